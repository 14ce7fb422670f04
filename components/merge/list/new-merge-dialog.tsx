'use client';
/** Which agents are to become one? Search, and choose. */

import { Plus, X } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { Notice } from '@/components/ui/status';
import { useAgents } from '@/lib/client/use-agents';
import type { AgentRow } from '@/lib/contract';

import { type CreateMergeAction, useCreateMerge } from './use-create-merge';

export interface NewMergeDialogProps {
  open: boolean;
  onClose: () => void;
  workspace: string;
  mostSources: number;
  createMerge: CreateMergeAction;
}

type Chosen = Pick<AgentRow, 'id' | 'title'>;

const PAUSE = 160;
const MOST_SHOWN = 50;

export function NewMergeDialog({ open, onClose, workspace, mostSources, createMerge }: NewMergeDialogProps) {
  const { begin, busy, error } = useCreateMerge(workspace, createMerge);
  const [typed, setTyped] = useState('');
  const query = usePaused(typed.trim());
  const list = useAgents(workspace, query);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const found = useDeferredValue(list.data?.pages.flatMap(({ agents }) => agents) ?? []);
  const ids = new Set(chosen.map(({ id }) => id));
  const isFull = chosen.length >= mostSources;

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="New merge"
      description="Choose the agents that are to become one. They stay as they are until the merge is finished."
      initialFocus={input}
      persistent={chosen.length > 0}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            tone="primary"
            busy={busy}
            disabled={chosen.length < 2}
            onClick={() => begin(chosen.map(({ id }) => id))}
          >
            {chosen.length < 2 ? 'Choose at least two' : `Merge ${chosen.length} agents`}
          </Button>
        </>
      }
    >
      {error && (
        <div className="mb-3">
          <Notice tone="bad">{error.message}</Notice>
        </div>
      )}
      {chosen.length > 0 && (
        <ul aria-label="Chosen agents" className="mb-3 flex flex-wrap gap-1.5">
          {chosen.map(({ id, title }) => (
            <li
              key={id}
              className="flex h-7 max-w-full items-center gap-0.5 rounded-md border border-line bg-sunken pl-2"
            >
              <span className="truncate font-mono text-code">{title}</span>
              <IconButton
                size="dense"
                label={`Take ${title} out`}
                className="size-6!"
                icon={<X className="size-3.5" aria-hidden="true" />}
                onClick={() => setChosen(chosen.filter((other) => other.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Input
        ref={input}
        type="text"
        inputMode="search"
        aria-label="Search agents"
        placeholder="Search name, description, text"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {isFull && (
        <p className="mt-2 text-small text-attention">A merge takes at most {mostSources} agents.</p>
      )}
      {list.error ? (
        <div className="mt-3">
          <Notice tone="bad">The agents could not be fetched. {list.error.message}</Notice>
        </div>
      ) : (
        <ul aria-label="Agents found" className="mt-2 min-h-60 divide-y divide-line">
          {list.isPending && [60, 75, 50, 66].map((width) => <SkeletonRow key={width} />)}
          {found.slice(0, MOST_SHOWN).map((agent) => (
            <li key={agent.id} className="flex items-center gap-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-mono text-code font-medium">{agent.title}</span>
                <span className="block truncate text-small text-soft">
                  {agent.loads ? agent.description : `Does not load. ${agent.problem ?? ''}`}
                </span>
              </span>
              {ids.has(agent.id) ? (
                <span className="shrink-0 px-2 text-small text-soft">chosen</span>
              ) : (
                <Button
                  size="dense"
                  disabled={isFull}
                  aria-label={`Add ${agent.title}`}
                  icon={<Plus className="size-3.5" aria-hidden="true" />}
                  onClick={() => setChosen([...chosen, { id: agent.id, title: agent.title }])}
                >
                  Add
                </Button>
              )}
            </li>
          ))}
          {list.isSuccess && found.length === 0 && (
            <li className="py-6 text-center text-soft">
              {query === '' ? 'This workspace has no agents yet.' : `No agent matches “${query}”.`}
            </li>
          )}
        </ul>
      )}
    </Dialog>
  );
}

function SkeletonRow() {
  return (
    <li className="flex flex-col gap-2 py-3">
      <Skeleton className="h-3 w-40" />
      <Skeleton className="h-3 w-3/4" />
    </li>
  );
}

/** The text a moment after the typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
