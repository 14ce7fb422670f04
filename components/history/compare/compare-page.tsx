'use client';
/** What lies between two versions? What it means, then the fields, the instructions and the words. */

import { ArrowLeftRight, RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { KeyLine } from '@/components/shortcuts/key-line';
import { Button, ButtonLink } from '@/components/ui/button';
import { COMPARE_KEYS } from '@/lib/client/shortcuts/history';
import type { Comparison } from '@/lib/compare';
import type { HistoryAgent, HistoryRow } from '@/lib/contract';

import { agentPath, comparePath, historyPath } from '../paths';
import { type HistoryActions, useHistoryActions } from '../use-history-actions';
import { Changes } from './changes';
import { Ends } from './ends';
import { type DiffLayout, LAYOUT_COOKIE } from './layout';
import { Meaning } from './meaning';
import { useCompareKeys } from './use-compare-keys';

export interface ComparePageProps extends HistoryActions {
  agent: HistoryAgent;
  before: HistoryRow;
  after: HistoryRow;
  comparison: Comparison;
  layout: DiffLayout;
  /** The review from which somebody came, and to which the way leads back. */
  review: string | null;
}

export function ComparePage(props: ComparePageProps) {
  const { agent, before, after, comparison, layout: initial, review } = props;
  const router = useRouter();
  const [isLeaving, startLeaving] = useTransition();
  const [layout, setLayout] = useState(initial);
  const [place, setPlace] = useState<string | null>(null);
  const pathOf = (from: number, to: number, view = layout) => comparePath(agent, from, to, { view, review });
  const compare = (from: number, to: number) => startLeaving(() => router.push(pathOf(from, to)));
  function choose(next: DiffLayout) {
    setLayout(next);
    document.cookie = `${LAYOUT_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
    const address = pathOf(before.number, after.number, next);
    window.history.replaceState(null, '', `${address}${window.location.hash}`);
  }
  useCompareKeys({
    ...{ agent, before, after, compare, onWalk: setPlace },
    onLayout: () => choose(layout === 'side' ? 'inline' : 'side'),
  });
  return (
    <>
      <PageHeader
        trail={[
          { label: 'Agents', href: `/w/${agent.workspace}/agents` },
          { label: agent.title, href: agentPath(agent) },
          { label: 'History', href: historyPath(agent) },
        ]}
        title={`v${before.number} → v${after.number}`}
        actions={<Actions {...props} swapPath={pathOf(after.number, before.number)} />}
      />
      <main className="relative min-h-0 flex-1 overflow-y-auto" aria-busy={isLeaving}>
        <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-4 md:px-6">
          <Ends agent={agent} before={before} after={after} compare={compare} pathOf={pathOf} />
          <div
            key={`${before.versionId} ${after.versionId}`}
            className={`flex flex-col gap-6 transition-opacity ${isLeaving ? 'opacity-60' : ''}`}
          >
            <Meaning sentences={comparison.sentences} authority={comparison.authority} />
            <Changes comparison={comparison} layout={layout} onLayout={choose} />
          </div>
        </div>
      </main>
      <KeyLine keys={COMPARE_KEYS}>{place}</KeyLine>
    </>
  );
}

function Actions({ agent, before, review, swapPath, ...actions }: ComparePageProps & { swapPath: string }) {
  const moves = useHistoryActions(agent, actions, agent.head.versionId);
  const mayRestore = agent.rights.restore && before.versionId !== agent.head.versionId;
  return (
    <>
      {review && (
        <ButtonLink href={`/w/${agent.workspace}/reviews/${review}#agent-${agent.id}`}>
          Back to the review
        </ButtonLink>
      )}
      <ButtonLink
        tone="quiet"
        prefetch={false}
        href={swapPath}
        icon={<ArrowLeftRight className="size-4" aria-hidden="true" />}
      >
        Swap
      </ButtonLink>
      {mayRestore && (
        <Button
          busy={moves.busy}
          onClick={() => void moves.restore(before)}
          icon={<RotateCcw className="size-4" aria-hidden="true" />}
        >
          Restore v{before.number}
        </Button>
      )}
    </>
  );
}
