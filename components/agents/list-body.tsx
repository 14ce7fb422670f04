'use client';
/** What stands in the middle of the page? The agents, why there are none, or why they could not be fetched. */

import { useState } from 'react';

import type { ImportWay } from '@/components/import/import-door';
import { RetryNotice } from '@/components/ui/retry-notice';
import { type AgentView, writeView } from '@/lib/client/agent-filter';
import type { AgentPages } from '@/lib/client/use-agent-pages';
import { useAgentLists } from '@/lib/client/use-agents';

import { AgentList, AgentListSkeleton } from './agent-list';
import { NoAgents, NoMatch } from './empty-agents';
import { useScrollPlace } from './scroll-place';
import type { ListWalk } from './use-list-walk';
import type { ListSelection } from './use-selection';

export interface ListBodyProps {
  workspace: string;
  pages: AgentPages;
  /** The workspace itself is empty, not only the filter. */
  nothingAtAll: boolean;
  chosen: ListSelection;
  walk: ListWalk;
  onShow: (view: AgentView) => void;
  /** Null for those who may not. */
  onImport: ((way: ImportWay) => void) | null;
}

export function ListBody(props: ListBodyProps) {
  const { workspace, pages, nothingAtAll, chosen, walk, onShow, onImport } = props;
  const { head, shown, total, failed } = pages;
  const { refresh } = useAgentLists(workspace);
  // A state, so that what measures it is told as soon as it is there.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  // Here and not in the list: within what scrolls it would come too early.
  useScrollPlace(scroller, writeView(shown));
  const rows = total + (head.data?.close.length ?? 0);
  const problem = head.error ?? failed;
  return (
    <>
      {problem && (
        <div className="px-4 pt-3">
          <RetryNotice onRetry={() => void refresh()}>
            The agents could not be fetched. {problem.message}
          </RetryNotice>
        </div>
      )}
      <main ref={setScroller} className="min-h-0 flex-1 overflow-y-auto [overflow-anchor:none]">
        {head.isPending && <AgentListSkeleton />}
        {nothingAtAll && <NoAgents workspace={workspace} onImport={onImport} />}
        {head.data && !nothingAtAll && total === 0 && (
          <NoMatch view={shown} without={head.data.without} few={rows > 0} onShow={onShow} />
        )}
        {rows > 0 && (
          <AgentList
            {...{ workspace, pages, chosen, walk, scroller }}
            onSort={(sort) => onShow({ ...shown, sort })}
          />
        )}
      </main>
    </>
  );
}
