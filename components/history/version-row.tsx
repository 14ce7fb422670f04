'use client';
/** One version in the timeline: who, when, why, what it was made of, which labels it carries, and what can be done with it. */

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

import { Avatar } from '@/components/people/avatar';
import { ActionMenu } from '@/components/ui/action-menu';
import type { MenuAction } from '@/components/ui/action-panel';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TimeAgo } from '@/lib/client/now';
import type { HistoryRow } from '@/lib/contract';

import { LabelChip } from './label-chip';
import { Others } from './others';
import { type AgentPath, comparePath, versionPath } from './paths';

export interface VersionRowProps {
  agent: AgentPath;
  version: HistoryRow;
  isHead: boolean;
  /** The drawing beside it. */
  graph: ReactNode;
  picked: boolean;
  onPick: () => void;
  actions: readonly MenuAction[];
}

export function VersionRow({ agent, version, isHead, graph, picked, onPick, actions }: VersionRowProps) {
  const { number, savedAt, savedBy, savedById, others, message, labels } = version;
  return (
    <li
      data-version={number}
      className="group relative flex gap-2 rounded-md px-2 focus-within:bg-hover hover:bg-hover"
    >
      {graph}
      <div className="flex min-w-0 flex-1 flex-col py-2">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={versionPath(agent, number)}
            prefetch={false}
            data-open=""
            aria-label={`v${number}, open`}
            className="rounded-sm font-semibold after:absolute after:inset-0 hover:text-accent"
          >
            v{number}
          </Link>
          <Avatar id={savedById} name={savedBy} decorative />
          <span className="max-w-60 truncate max-md:max-w-36">{savedBy}</span>
          <Others people={others} />
          <TimeAgo time={savedAt} className="text-soft" />
          {isHead && <span className="text-small text-soft">last version</span>}
          {labels.map((name) => (
            <LabelChip key={name} name={name} />
          ))}
        </p>
        {message && <p className="wrap-anywhere">{message}</p>}
        <Parents agent={agent} version={version} />
      </div>
      {/* Above the link that covers the row. */}
      <div className="relative flex shrink-0 items-center gap-1 self-start py-1.5">
        {number > 1 && (
          <ButtonLink
            tone="quiet"
            size="dense"
            prefetch={false}
            href={comparePath(agent, number - 1, number)}
            className="text-soft max-md:hidden"
          >
            Changes
          </ButtonLink>
        )}
        <ActionMenu
          actions={actions}
          tone="quiet"
          size="dense"
          aria-label={`More about v${number}`}
          icon={<Ellipsis className="size-4" aria-hidden="true" />}
          className="w-7 px-0! max-md:h-10 max-md:w-10"
        />
        <Checkbox checked={picked} onChange={onPick} aria-label={`Pick v${number} to compare`} />
      </div>
    </li>
  );
}

/** What a merge was made of. */
function Parents({ agent, version }: { agent: AgentPath; version: HistoryRow }) {
  const { parents, mergeId, number } = version;
  const others = parents.filter((parent) => parent.agentId !== agent.id || parent.number !== number - 1);
  if (others.length === 0 && mergeId === null) return null;
  return (
    <p className="relative w-fit max-w-full text-soft">
      {others.length > 0 && (others.length === parents.length ? 'Merged from ' : 'Merged with ')}
      {others.map((parent, at) => {
        const isOwn = parent.agentId === agent.id;
        return (
          <span key={parent.versionId}>
            {at > 0 && (at === others.length - 1 ? ' and ' : ', ')}
            <Link
              href={versionPath({ workspace: agent.workspace, id: parent.agentId }, parent.number)}
              prefetch={false}
              className="rounded-sm text-accent hover:underline"
            >
              {isOwn ? `v${parent.number}` : `${parent.title} v${parent.number}`}
            </Link>
          </span>
        );
      })}
      {mergeId && (
        <>
          {others.length > 0 && '. '}
          <Link
            href={`/w/${agent.workspace}/merges/${mergeId}`}
            className="rounded-sm whitespace-nowrap text-accent hover:underline"
          >
            Decisions and ledger
          </Link>
        </>
      )}
    </p>
  );
}
