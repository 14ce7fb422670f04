'use client';
/** The list of a workspace's agents: search, import by drop and picker, choose, export, delete. */

import { lazy, useCallback, useMemo, useRef, useState } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/once-wanted';
import { Notice } from '@/components/ui/status';
import { readPickedFiles } from '@/lib/client/dropped-files';
import { useAgentLists, useAgents } from '@/lib/client/use-agents';

import { AgentList, AgentListSkeleton } from './agent-list';
import { DropZone } from './drop-zone';
import { NoAgents, NoMatch } from './empty-agents';
import type { ExportRequest } from './export-dialog';
import { KeyHints } from './key-hints';
import { ListActions } from './list-actions';
import { SearchBox } from './search-box';
import { NOTHING_SELECTED, reach, toggle, toggleAll } from './selection';
import { SelectionBar } from './selection-bar';
import { useImport } from './use-import';
import { useListKeys } from './use-list-keys';
import { type RemovalAction, useRemoval } from './use-removal';
import { useSearch } from './use-search';

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog')).ImportDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog')).ExportDialog }));

export interface AgentsPageProps {
  workspace: string;
  initialQuery: string;
  /** The largest file that may be imported; told by the page, so that the browser need not load the schemas. */
  maxFileBytes: number;
  canCreate: boolean;
  canDelete: boolean;
  deleteAgents: RemovalAction;
  restoreAgents: RemovalAction;
}

export function AgentsPage(props: AgentsPageProps) {
  const { workspace, initialQuery, canCreate, canDelete } = props;
  const { typed, query, type } = useSearch(initialQuery);
  const list = useAgents(workspace, query);
  const { refresh } = useAgentLists(workspace);
  const remove = useRemoval(workspace, props.deleteAgents, props.restoreAgents);
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const [exporting, setExporting] = useState<ExportRequest | null>(null);
  const importing = useImport(workspace, props.maxFileBytes, refresh);
  const search = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.agents) ?? [], [list.data]);
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const total = list.data?.pages.at(-1)?.total ?? 0;
  const select = useCallback(
    (id: string, shift: boolean) => setSelection((now) => (shift ? reach(now, id, order) : toggle(now, id))),
    [order],
  );
  const { fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  useListKeys({
    onToggle: select,
    onSearch: () => search.current?.focus(),
    onEscape: () => setSelection(NOTHING_SELECTED),
  });

  const pick = canCreate ? () => picker.current?.click() : null;
  const nothingAtAll = list.isSuccess && total === 0 && query === '' && !list.isPlaceholderData;
  const count = selection.ids.size;

  return (
    <>
      <PageHeader
        title="Agents"
        aside={list.isSuccess && <span aria-live="polite">{total.toLocaleString('en-US')}</span>}
        middle={!nothingAtAll && <SearchBox ref={search} value={typed} onValueChange={type} />}
        foot={count === 0}
        actions={
          // An empty list says itself what to do first.
          !nothingAtAll && (
            <ListActions
              newHref={canCreate ? `/w/${workspace}/agents/new` : null}
              searching={query !== ''}
              empty={total === 0}
              onExport={() => setExporting({ ids: null, count: total })}
              onImport={pick}
            />
          )
        }
      />
      <main className="min-h-0 flex-1 overflow-y-auto">
        {list.error && !list.data && (
          <NotFetched message={list.error.message} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <AgentListSkeleton />}
        {nothingAtAll && <NoAgents workspace={workspace} onImport={pick} />}
        {list.isSuccess && !nothingAtAll && rows.length === 0 && (
          <NoMatch query={query} onClear={() => type('')} />
        )}
        {rows.length > 0 && (
          <AgentList
            workspace={workspace}
            rows={rows}
            total={total}
            selection={selection}
            onSelect={select}
            onSelectAll={() => setSelection((now) => toggleAll(now, order))}
            onMore={list.hasNextPage ? more : undefined}
            loadingMore={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            stale={list.isPlaceholderData}
          />
        )}
      </main>
      {count > 0 ? (
        <SelectionBar
          count={count}
          onClear={() => setSelection(NOTHING_SELECTED)}
          onExport={() => setExporting({ ids: [...selection.ids], count })}
          onDelete={
            canDelete
              ? () => {
                  setSelection(NOTHING_SELECTED);
                  void remove(selection.ids);
                }
              : undefined
          }
        />
      ) : (
        rows.length > 0 && <KeyHints canDrop={canCreate} />
      )}
      <input
        ref={picker}
        type="file"
        accept=".md,.markdown,text/markdown"
        multiple
        hidden
        aria-label="Agent files"
        onChange={(event) => {
          importing.start(readPickedFiles(event.target.files));
          event.target.value = '';
        }}
      />
      <DropZone onFiles={canCreate ? importing.start : null} />
      <OnceWanted wanted={importing.lines.length > 0}>
        <ImportDialog workspace={workspace} running={importing} />
      </OnceWanted>
      <OnceWanted wanted={exporting !== null}>
        <ExportDialog workspace={workspace} request={exporting} onClose={() => setExporting(null)} />
      </OnceWanted>
    </>
  );
}

function NotFetched({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="p-4">
      <Notice
        tone="bad"
        actions={
          <Button size="dense" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        The agents could not be fetched. {message}
      </Notice>
    </div>
  );
}
