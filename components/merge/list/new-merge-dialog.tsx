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
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const input = useRef<HTMLInputElement>(null);
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
      <ChosenList chosen={chosen} onChange={setChosen} />
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
      <FoundList
        workspace={workspace}
        typed={typed}
        chosen={chosen}
        onAdd={isFull ? null : (agent) => setChosen([...chosen, agent])}
      />
    </Dialog>
  );
}

interface ChosenListProps {
  chosen: readonly Chosen[];
  onChange: (chosen: readonly Chosen[]) => void;
}

function ChosenList({ chosen, onChange }: ChosenListProps) {
  if (chosen.length === 0) return null;
  return (
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
            onClick={() => onChange(chosen.filter((other) => other.id !== id))}
          />
        </li>
      ))}
    </ul>
  );
}

interface FoundListProps {
  workspace: string;
  typed: string;
  chosen: readonly Chosen[];
  /** Null when no more fit. */
  onAdd: ((agent: Chosen) => void) | null;
}

function FoundList({ workspace, typed, chosen, onAdd }: FoundListProps) {
  const query = usePaused(typed.trim());
  const list = useAgents(workspace, query);
  const found = useDeferredValue(list.data?.pages.flatMap(({ agents }) => agents) ?? []);
  const ids = new Set(chosen.map(({ id }) => id));
  if (list.error) {
    return (
      <div className="mt-3">
        <Notice tone="bad">The agents could not be fetched. {list.error.message}</Notice>
      </div>
    );
  }
  return (
    <ul aria-label="Agents found" className="mt-2 min-h-60 divide-y divide-line">
      {list.isPending && ['a', 'b', 'c', 'd'].map((row) => <SkeletonRow key={row} />)}
      {found.slice(0, MOST_SHOWN).map((agent) => (
        <FoundRow key={agent.id} agent={agent} isChosen={ids.has(agent.id)} onAdd={onAdd} />
      ))}
      {list.isSuccess && found.length === 0 && (
        <li className="py-6 text-center text-soft">
          {query === '' ? 'This workspace has no agents yet.' : `No agent matches “${query}”.`}
        </li>
      )}
    </ul>
  );
}

interface FoundRowProps extends Pick<FoundListProps, 'onAdd'> {
  agent: AgentRow;
  isChosen: boolean;
}

function FoundRow({ agent, isChosen, onAdd }: FoundRowProps) {
  const { id, title, loads, description, problem } = agent;
  return (
    <li className="flex items-center gap-3 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-mono text-code font-medium">{title}</span>
        <span className="block truncate text-small text-soft">
          {loads ? description : `Does not load. ${problem ?? ''}`}
        </span>
      </span>
      {isChosen ? (
        <span className="shrink-0 px-2 text-small text-soft">chosen</span>
      ) : (
        <Button
          size="dense"
          disabled={!onAdd}
          aria-label={`Add ${title}`}
          icon={<Plus className="size-3.5" aria-hidden="true" />}
          onClick={() => onAdd?.({ id, title })}
        >
          Add
        </Button>
      )}
    </li>
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
