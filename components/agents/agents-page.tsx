'use client';

/** The list of a workspace's agents: search, import by drop and picker, choose, export, delete. */

import { lazy, useMemo, useRef, useState } from 'react';
import { type CreateMergeAction, useCreateMerge } from '@/components/merge/list/use-create-merge';
import { PageHeader } from '@/components/shell/page-header';
import { formatCount } from '@/components/ui/numbers';
import { OnceWanted } from '@/components/ui/once-wanted';
import { showToast } from '@/components/ui/toaster';
import { useAgentLists, useAgents } from '@/lib/client/use-agents';

import type { ExportRequest } from './export-dialog';
import { ImportFiles } from './import-files';
import { KeyHints } from './key-hints';
import { ListActions } from './list-actions';
import { ListBody } from './list-body';
import { SearchBox } from './search-box';
import { SelectionBar } from './selection-bar';
import { useListKeys } from './use-list-keys';
import { type RemovalAction, useRemoval } from './use-removal';
import { useSearch } from './use-search';
import { useSelection } from './use-selection';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog')).ExportDialog }));

export interface AgentsPageProps {
  workspace: string;
  initialQuery: string;
  /** The largest file that may be imported; told by the page, so that the browser need not load the schemas. */
  maxFileBytes: number;
  canCreate: boolean;
  canDelete: boolean;
  canMerge: boolean;
  /** The most agents that a merge takes. */
  mostSources: number;
  createMerge: CreateMergeAction;
  deleteAgents: RemovalAction;
  restoreAgents: RemovalAction;
}

export function AgentsPage(props: AgentsPageProps) {
  const { workspace, initialQuery, canCreate, canDelete } = props;
  const { typed, query, type } = useSearch(initialQuery);
  const list = useAgents(workspace, query);
  const { refresh } = useAgentLists(workspace);
  const remove = useRemoval(workspace, props.deleteAgents, props.restoreAgents);
  const merge = useCreateMerge(workspace, props.createMerge, (error) =>
    showToast({ text: error.message, tone: 'bad' }),
  );
  const [exporting, setExporting] = useState<ExportRequest | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.agents) ?? [], [list.data]);
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const chosen = useSelection(order);
  const { ids } = chosen.selection;
  useListKeys({
    onToggle: chosen.select,
    onSearch: () => search.current?.focus(),
    onEscape: chosen.clear,
  });

  const total = list.data?.pages.at(-1)?.total ?? 0;
  const pick = canCreate ? () => picker.current?.click() : null;
  const nothingAtAll = list.isSuccess && total === 0 && query === '' && !list.isPlaceholderData;
  const removeChosen = () => {
    chosen.clear();
    void remove(ids);
  };

  return (
    <>
      <PageHeader
        title="Agents"
        aside={list.isSuccess && <span aria-live="polite">{formatCount(total)}</span>}
        middle={!nothingAtAll && <SearchBox ref={search} value={typed} onValueChange={type} />}
        foot={ids.size === 0}
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
      <ListBody
        workspace={workspace}
        list={list}
        rows={rows}
        total={total}
        query={query}
        nothingAtAll={nothingAtAll}
        chosen={chosen}
        onImport={pick}
        onClearSearch={() => type('')}
      />
      {ids.size === 0 && rows.length > 0 && <KeyHints canDrop={canCreate} />}
      {ids.size > 0 && (
        <SelectionBar
          count={ids.size}
          onClear={chosen.clear}
          onExport={() => setExporting({ ids: [...ids], count: ids.size })}
          merge={
            props.canMerge
              ? { most: props.mostSources, busy: merge.busy, onMerge: () => merge.begin([...ids]) }
              : undefined
          }
          onDelete={canDelete ? removeChosen : undefined}
        />
      )}
      <ImportFiles
        workspace={workspace}
        maxFileBytes={props.maxFileBytes}
        picker={picker}
        canDrop={canCreate}
        onEnd={refresh}
      />
      <OnceWanted wanted={exporting !== null}>
        <ExportDialog workspace={workspace} request={exporting} onClose={() => setExporting(null)} />
      </OnceWanted>
    </>
  );
}
