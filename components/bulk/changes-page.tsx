'use client';
/** Which changes of many agents were done, by whom and when? Each can be undone as one. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { Layers, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/people/avatar';
import { PageHeader } from '@/components/shell/page-header';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { formatMany } from '@/components/ui/numbers';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import { useAgentLists } from '@/lib/client/use-agents';
import type { BulkPage, BulkRow } from '@/lib/contract';

import { BatchProgress } from './batch-progress';
import { type UndoAction, useUndo } from './use-undo';

export interface ChangesPageProps {
  workspace: string;
  initial: BulkPage;
  /** Null for those who may not. */
  undo: UndoAction | null;
}

export function ChangesPage({ workspace, initial, undo }: ChangesPageProps) {
  const [undoing, setUndoing] = useState<BulkRow | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['bulk-changes', workspace],
    queryFn: ({ pageParam, signal }) =>
      requestJson<BulkPage>(`/api/w/${workspace}/bulk?offset=${pageParam}`, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    initialData: { pages: [initial], pageParams: [0] },
  });
  const changes = list.data.pages.flatMap((page) => page.changes);
  return (
    <>
      <PageHeader trail={[{ label: 'Agents', href: `/w/${workspace}/agents` }]} title="Changes of many" />
      <main className="min-h-0 flex-1 overflow-y-auto">
        {changes.length === 0 ? (
          <EmptyState icon={<Layers />} title="No changes of many yet">
            Select agents in the list and press Change: a field set in all of them, or text found and
            replaced, stands here afterwards and can be undone as one.
          </EmptyState>
        ) : (
          <ul aria-label="Changes of many">
            {changes.map((change) => (
              <Row key={change.bulkId} change={change} onUndo={undo && (() => setUndoing(change))} />
            ))}
          </ul>
        )}
        <ListFoot list={list} what="The changes" />
      </main>
      {undo && undoing && (
        <UndoDialog
          key={undoing.bulkId}
          {...{ workspace, undo }}
          change={undoing}
          onClose={() => {
            setUndoing(null);
            void list.refetch();
          }}
        />
      )}
    </>
  );
}

function Row({ change, onUndo }: { change: BulkRow; onUndo: (() => void) | null }) {
  const { summary, agents, createdAt, createdBy, createdById, undoneAt } = change;
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 md:min-h-10">
      <span className="min-w-0 flex-1 basis-60 truncate font-medium" title={summary}>
        {summary}
      </span>
      <span className="text-soft tabular-nums">{formatMany(agents, 'agent')}</span>
      <TimeAgo time={createdAt} className="text-right text-soft md:w-16" />
      <Avatar id={createdById} name={createdBy} />
      <span className="ml-auto flex justify-end md:w-24">
        {undoneAt === null ? (
          onUndo && (
            <Button
              size="dense"
              icon={<Undo2 className="size-3.5" />}
              aria-label={`Undo ${summary}`}
              onClick={onUndo}
            >
              Undo
            </Button>
          )
        ) : (
          <span className="text-soft">undone</span>
        )}
      </span>
    </li>
  );
}

interface UndoDialogProps {
  workspace: string;
  change: BulkRow;
  undo: UndoAction;
  onClose: () => void;
}

function UndoDialog({ workspace, change: { bulkId, summary, agents }, undo, onClose }: UndoDialogProps) {
  const { batches, begin, stop } = useUndo(workspace, undo);
  const { refresh } = useAgentLists(workspace);
  const isBusy = batches.state === 'running';
  if (batches.state === 'idle')
    return (
      <AlertDialog
        open
        tone="primary"
        onOpenChange={(open) => !open && onClose()}
        title="Undo this change?"
        confirm={`Undo ${formatMany(agents, 'agent')}`}
        onConfirm={() => void begin(bulkId, agents).then(refresh)}
      >
        “{summary}”: each agent gets a new version that says what it said before. What others wrote since
        stays where it does not touch the same lines.
      </AlertDialog>
    );
  return (
    <Dialog
      open
      persistent
      closable={!isBusy}
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={`Undo: ${summary}`}
      footer={!isBusy && <Button onClick={onClose}>Close</Button>}
    >
      <BatchProgress workspace={workspace} batches={batches} verb="taken back" onStop={stop} />
    </Dialog>
  );
}
