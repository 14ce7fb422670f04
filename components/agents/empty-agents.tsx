'use client';
/** Why is the list empty, and what is the first thing to do? */

import { Bot, Plus, SearchX, Upload } from 'lucide-react';

import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export function NoAgents({ workspace, onImport }: { workspace: string; onImport: (() => void) | null }) {
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
            <Button tone="primary" icon={<Upload className="size-4" />} onClick={onImport}>
              Choose files
            </Button>
            <ButtonLink href={`/w/${workspace}/agents/new`} icon={<Plus className="size-4" />}>
              New agent
            </ButtonLink>
          </>
        }
      >
        The Markdown files that Claude Code reads from{' '}
        <code className="font-mono text-code">.claude/agents</code>, one by one or a whole folder. Muster
        keeps them byte for byte and tells you which of them load.
      </EmptyState>
    </div>
  );
}

export function NoMatch({ query, onClear }: { query: string; onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={`No agent matches “${query}”`}
      actions={<Button onClick={onClear}>Clear the search</Button>}
    >
      The search looks at names, descriptions and bodies, for words that begin like yours.
    </EmptyState>
  );
}
