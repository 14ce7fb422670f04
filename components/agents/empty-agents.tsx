'use client';
/** Why is the list empty, and what is the first thing to do? */

import { Archive, Bot, Folder, Plus, SearchX, Trash2, Upload } from 'lucide-react';

import type { ImportWay } from '@/components/import/import-door';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/numbers';
import { type AgentView, NO_FILTER, without } from '@/lib/client/agent-filter';
import type { AgentPage } from '@/lib/contract';

import { AddSamples } from './add-samples';
import { nameOf } from './filter-words';
import { BIN_MS } from './row-words';

const DAY_MS = 86_400_000;

export interface NoAgentsProps {
  workspace: string;
  /** Null for those who may not. */
  onImport: ((way: ImportWay) => void) | null;
}

export function NoAgents({ workspace, onImport }: NoAgentsProps) {
  if (!onImport) {
    return (
      <EmptyState icon={<Bot />} title="No agents yet">
        This workspace is empty. You are a viewer here: an editor can import or write the first agent.
      </EmptyState>
    );
  }
  return (
    <div className="m-4 rounded-lg border border-dashed border-control">
      <EmptyState
        icon={<Bot />}
        title="Drop your agents here"
        actions={
          <>
            <Button tone="primary" icon={<Upload className="size-4" />} onClick={() => onImport('files')}>
              Choose files
            </Button>
            <Button icon={<Folder className="size-4" />} onClick={() => onImport('folder')}>
              Choose a folder
            </Button>
            <ButtonLink href={`/w/${workspace}/agents/new`} icon={<Plus className="size-4" />}>
              New agent
            </ButtonLink>
            <AddSamples workspace={workspace} />
          </>
        }
      >
        The Markdown files that Claude Code reads from{' '}
        <code className="font-mono text-code">.claude/agents</code>, one by one, as a folder or as a zip.
        Muster keeps them byte for byte and tells you which of them load.
      </EmptyState>
    </div>
  );
}

export interface NoMatchProps {
  view: AgentView;
  /** How many there would be without each field that is set. */
  without: AgentPage['without'];
  /** Names that are close to the search follow. */
  few: boolean;
  onShow: (view: AgentView) => void;
}

/** Says which part of the filter holds everything back, and takes it off. */
export function NoMatch({ view, without: counts, few, onShow }: NoMatchProps) {
  const { filter } = view;
  const { query, place } = filter;
  const fields = counts.map(({ field }) => field);
  const isEmptyPlace = fields.length === 1 && fields[0] === 'status' && filter.statuses.length === 0;
  if (isEmptyPlace && place !== 'in-use') return <EmptyPlace place={place} view={view} onShow={onShow} />;
  const helpful = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const onlySearch = fields.length === 1 && query !== '';
  if (few) return <p className="px-4 py-3 text-soft">No agent matches “{query}” as it is written.</p>;
  return (
    <div className="pt-8">
      <EmptyState
        icon={<SearchX />}
        title={onlySearch ? `No agent matches “${query}”` : 'No agent matches all of this'}
        actions={
          <>
            {helpful.slice(0, MOST_WAYS).map(({ field, count }) => (
              <Button key={field} onClick={() => onShow({ ...view, filter: without(filter, field) })}>
                Without {nameOf(filter, field)} · {formatCount(count)}
              </Button>
            ))}
            {(fields.length > 1 || helpful.length === 0) && (
              <Button onClick={() => onShow({ ...view, filter: NO_FILTER })}>Clear all</Button>
            )}
          </>
        }
      >
        {onlySearch &&
          'The search looks at names, tags, descriptions and bodies, for words that begin like yours.'}
        {!onlySearch && helpful.length > 0 && 'Take one part of the filter off to see more.'}
        {!onlySearch && helpful.length === 0 && 'Taking one part of the filter off is not enough.'}
      </EmptyState>
    </div>
  );
}

const MOST_WAYS = 3;

const EMPTY_PLACES = {
  archived: [
    'The archive is empty',
    'What you archive is out of the way here, and comes back with one press.',
  ],
  bin: ['The bin is empty', `Deleted agents stay here for ${BIN_MS / DAY_MS} days. Then they go for good.`],
} as const;

function EmptyPlace({
  place,
  view,
  onShow,
}: { place: 'archived' | 'bin' } & Pick<NoMatchProps, 'view' | 'onShow'>) {
  const [title, text] = EMPTY_PLACES[place];
  return (
    <div className="pt-8">
      <EmptyState
        icon={place === 'bin' ? <Trash2 /> : <Archive />}
        title={title}
        actions={
          <Button onClick={() => onShow({ ...view, filter: NO_FILTER })}>Show the agents in use</Button>
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}
