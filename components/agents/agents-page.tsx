'use client';

/** The list of a workspace's agents: search, filter, import by drop and picker, choose, and what is done with the chosen. */

import { useRouter } from 'next/navigation';
import { lazy, useMemo, useRef, useState } from 'react';
import type { BulkRequest } from '@/components/bulk/bulk-dialog';
import type { ChangeAction } from '@/components/bulk/use-change';
import type { UndoAction } from '@/components/bulk/use-undo';
import { DraftsNote } from '@/components/drafts/drafts-note';
import type { ImportDoor, ImportWay } from '@/components/import/import-door';
import { ImportFiles } from '@/components/import/import-files';
import { type CreateMergeAction, useCreateMerge } from '@/components/merge/list/use-create-merge';
import { PageHeader } from '@/components/shell/page-header';
import { useIsDue } from '@/components/shell/shell-context';
import { KeyLine } from '@/components/shortcuts/key-line';
import { formatCount } from '@/components/ui/numbers';
import { OnceWanted } from '@/components/ui/once-wanted';
import { showToast } from '@/components/ui/toaster';
import { ALL_AGENTS, fieldsSet } from '@/lib/client/agent-filter';
import { LIST_KEYS } from '@/lib/client/shortcuts/list';
import { useAgentPages } from '@/lib/client/use-agent-pages';
import { useAgentLists } from '@/lib/client/use-agents';
import { useFacet } from '@/lib/client/use-facet';
import type { ImportLimits } from '@/lib/contract';

import type { ExportRequest } from './export-dialog';
import { FilterBar } from './filter-bar';
import { ListActions } from './list-actions';
import { ListBody } from './list-body';
import { type Chosen, ListCommandsProvider, MOVES_FROM, type Move, type OpenMenu } from './list-commands';
import { SearchBox } from './search-box';
import { allOf, choiceOf } from './selection';
import { SelectionBar } from './selection-bar';
import { type MoveAction, type TagAction, useAgentMoves, useTagging } from './use-agent-moves';
import { useListKeys } from './use-list-keys';
import { useListWalk } from './use-list-walk';
import { useSelection } from './use-selection';
import { useView } from './use-view';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog')).ExportDialog }));
const BulkDialog = lazy(async () => ({
  default: (await import('@/components/bulk/bulk-dialog')).BulkDialog,
}));
const TagsDialog = lazy(async () => ({ default: (await import('./tags-dialog')).TagsDialog }));
const RowMenuPanel = lazy(async () => ({ default: (await import('./row-menu-panel')).RowMenuPanel }));
const PurgeDialog = lazy(async () => ({ default: (await import('./purge-dialog')).PurgeDialog }));

export interface AgentsPageProps {
  workspace: string;
  /** What an import takes; told by the page, so that the browser need not load the schemas. */
  importLimits: ImportLimits;
  canCreate: boolean;
  canMerge: boolean;
  /** Whether the workspace publishes, and the person may propose what. */
  canPropose: boolean;
  canTag: boolean;
  /** Which ways to move agents the person may go. */
  mayMove: Record<Move, boolean>;
  /** The most agents that a merge takes. */
  mostSources: number;
  createMerge: CreateMergeAction;
  moveAgents: Record<Move, MoveAction>;
  tagAgents: TagAction;
  /** Null for those who may not. */
  changeAgents: ChangeAction | null;
  undoBulk: UndoAction;
}

export function AgentsPage(props: AgentsPageProps) {
  const { workspace, canCreate } = props;
  const { view, show, typed, type } = useView();
  const pages = useAgentPages(workspace, view);
  const { head, total } = pages;
  const chosen = useSelection(workspace, pages.shown, pages);
  const actions = useListActions(props, chosen.drop);
  const walk = useListWalk();
  const [changing, setChanging] = useState<BulkRequest | null>(null);
  const router = useRouter();
  const [exporting, setExporting] = useState<ExportRequest | null>(null);
  const { refresh } = useAgentLists(workspace);
  const merge = useCreateMerge(workspace, props.createMerge, (error) =>
    showToast({ text: error.message, tone: 'bad' }),
  );
  const search = useRef<HTMLInputElement>(null);
  const door = useRef<ImportDoor>(null);
  const bar = useRef<HTMLElement>(null);
  const { selection } = chosen;
  const { ids } = selection;
  useListKeys({
    walk,
    onToggle: chosen.select,
    onSearch: () => search.current?.focus(),
    onFilter: () => bar.current?.querySelector('button')?.focus(),
    onEscape: chosen.clear,
  });

  const readerWords = useIsDue() ? 'You can read and export here' : 'You can read, comment and export here';
  const isFiltered = fieldsSet(view.filter).length > 0;
  const isEmpty = head.isSuccess && total === 0 && !isFiltered && !head.isPlaceholderData;
  const hasOthers = useOthers(workspace, isEmpty);
  const bringIn = canCreate ? (way: ImportWay) => door.current?.open(way) : null;
  const mayChange = props.changeAgents !== null && view.filter.place === 'in-use';
  const chosenNow = (): Chosen => ({ choice: choiceOf(selection), count: ids.size, tags: [] });

  return (
    <ListCommandsProvider value={actions.commands}>
      <PageHeader
        title="Agents"
        aside={head.isSuccess && <span aria-live="polite">{formatCount(total)}</span>}
        middle={!isEmpty && <SearchBox ref={search} value={typed} onValueChange={type} />}
        foot={ids.size === 0}
        actions={
          // An empty list says itself what to do first.
          !isEmpty && (
            <ListActions
              newHref={canCreate ? `/w/${workspace}/agents/new` : null}
              filtered={isFiltered}
              empty={total === 0}
              onExport={() => setExporting({ ids: null, count: total })}
              onImport={bringIn}
              onReplace={
                mayChange
                  ? () => setChanging({ choice: allOf(view.filter, total), count: total, kind: 'replace' })
                  : null
              }
              onChanges={() => router.push(`/w/${workspace}/changes`)}
            />
          )
        }
      />
      {(!isEmpty || hasOthers) && <FilterBar workspace={workspace} view={view} onShow={show} bar={bar} />}
      <DraftsNote workspace={workspace} />
      <ListBody
        {...{ workspace, pages, chosen, walk }}
        nothingAtAll={isEmpty}
        onShow={show}
        onImport={bringIn}
      />
      {ids.size === 0 && total > 0 && (
        <KeyLine keys={LIST_KEYS}>
          {canCreate ? 'Drop agent files anywhere on this page' : readerWords}
        </KeyLine>
      )}
      {ids.size > 0 && (
        <SelectionBar
          chosen={chosen}
          total={total}
          onExport={
            view.filter.place === 'in-use'
              ? () => setExporting({ ids: [...ids], count: ids.size })
              : undefined
          }
          merge={
            props.canMerge && view.filter.place === 'in-use'
              ? { most: props.mostSources, busy: merge.busy, onMerge: () => merge.begin([...ids]) }
              : undefined
          }
          propose={
            props.canPropose && view.filter.place === 'in-use'
              ? { most: MOST_PROPOSED, onPropose: () => router.push(proposePath(workspace, ids)) }
              : undefined
          }
          onChange={
            mayChange
              ? () => setChanging({ choice: choiceOf(selection), count: ids.size, kind: 'set-field' })
              : undefined
          }
          onTag={actions.commands.tag ? () => actions.commands.tag?.(chosenNow()) : undefined}
          moves={actions.commands.moves(view.filter.place)}
          busy={actions.busy}
          onMove={(move) => actions.commands.move(move, chosenNow())}
        />
      )}
      <ImportFiles
        workspace={workspace}
        limits={props.importLimits}
        ref={door}
        canImport={canCreate}
        onWritten={refresh}
      />
      <OnceWanted wanted={exporting !== null}>
        <ExportDialog workspace={workspace} request={exporting} onClose={() => setExporting(null)} />
      </OnceWanted>
      {props.changeAgents && (
        <OnceWanted wanted={changing !== null}>
          <BulkDialog
            workspace={workspace}
            request={changing}
            onClose={() => setChanging(null)}
            onChanged={refresh}
            change={props.changeAgents}
            undo={props.undoBulk}
          />
        </OnceWanted>
      )}
      {actions.dialogs}
    </ListCommandsProvider>
  );
}

/** An address names no more of them. */
const MOST_PROPOSED = 50;

const proposePath = (workspace: string, ids: ReadonlySet<string>): string =>
  `/w/${workspace}/reviews/new?${[...ids].map((id) => `agent=${id}`).join('&')}`;

/** Says whether an empty list has agents in the archive or the bin. */
function useOthers(workspace: string, isEmpty: boolean): boolean {
  const { data } = useFacet(workspace, ALL_AGENTS, 'status', isEmpty);
  return data?.some(({ count }) => count > 0) ?? false;
}

/** What rows and bar can do, and the dialogs that it takes. */
function useListActions(props: AgentsPageProps, onMoved: (ids: readonly string[]) => void) {
  const { workspace, mayMove, canTag } = props;
  const [tagging, setTagging] = useState<Chosen | null>(null);
  const [purging, setPurging] = useState<Chosen | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { move, busy } = useAgentMoves(workspace, props.moveAgents, onMoved);
  const tag = useTagging(workspace, props.tagAgents);
  const latest = useRef(move);
  latest.current = move;
  const commands = useMemo(
    () => ({
      moves: (place: keyof typeof MOVES_FROM) => MOVES_FROM[place].filter((each) => mayMove[each]),
      move: (to: Move, chosen: Chosen) =>
        to === 'purge' ? setPurging(chosen) : void latest.current(to, chosen),
      openMenu: (next: OpenMenu) => {
        setMenu(next);
        setOpen(true);
      },
      tag: canTag ? setTagging : null,
    }),
    [mayMove, canTag],
  );
  const dialogs = (
    <>
      <OnceWanted wanted={menu !== null}>
        <RowMenuPanel of={menu} open={isOpen} onOpenChange={setOpen} />
      </OnceWanted>
      <OnceWanted wanted={tagging !== null}>
        <TagsDialog workspace={workspace} chosen={tagging} onClose={() => setTagging(null)} onTag={tag} />
      </OnceWanted>
      <OnceWanted wanted={purging !== null}>
        <PurgeDialog
          chosen={purging}
          busy={busy === 'purge'}
          onClose={() => setPurging(null)}
          onConfirm={async (chosen) => {
            await move('purge', chosen);
            setPurging(null);
          }}
        />
      </OnceWanted>
    </>
  );
  return { commands, busy, dialogs };
}
