'use client';
/** How did an agent come to say what it says? Its versions, the newest first, and what can be done with them. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { Download, GitCompareArrows, Link2, RotateCcw, Tag } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { KeyLine } from '@/components/shortcuts/key-line';
import type { MenuAction } from '@/components/ui/action-panel';
import { Button, buttonClass } from '@/components/ui/button';
import { ListFoot } from '@/components/ui/list-foot';
import { showToast } from '@/components/ui/toaster';
import { requestJson } from '@/lib/client/request';
import { HISTORY_KEYS } from '@/lib/client/shortcuts/history';
import type { HistoryAgent, HistoryRow, HistoryPage as Page } from '@/lib/contract';

import { GraphCell, graphWidth } from './graph-cell';
import { HistorySkeleton } from './history-skeleton';
import { graphOf } from './model/graph';
import { togglePick } from './model/picks';
import { agentPath, comparePath, historyDataPath, versionFilePath, versionPath } from './paths';
import { PicksBar } from './picks-bar';
import { type HistoryActions, type HistoryMoves, useHistoryActions } from './use-history-actions';
import { useHistoryKeys } from './use-history-keys';
import { VersionRow } from './version-row';

const LabelDialog = lazy(async () => ({ default: (await import('./label-dialog')).LabelDialog }));
const LabelsDialog = lazy(async () => ({ default: (await import('./labels-dialog')).LabelsDialog }));

export interface HistoryPageProps extends HistoryActions {
  agent: HistoryAgent;
}

export function HistoryPage({ agent, ...actions }: HistoryPageProps) {
  const { workspace, id } = agent;
  const router = useRouter();
  const [picks, setPicks] = useState<number[]>([]);
  const [labelled, setLabelled] = useState<HistoryRow | null>(null);
  const [isListing, setListing] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['history', workspace, id],
    queryFn: ({ pageParam, signal }) =>
      requestJson<Page>(historyDataPath(agent, { before: pageParam }), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    // Whoever comes here has often just saved.
    staleTime: 0,
  });
  const versions = list.data?.pages.flatMap((page) => page.versions) ?? [];
  const headId = list.data?.pages[0]?.headId ?? agent.head.versionId;
  const moves = useHistoryActions(agent, actions, headId);
  const pick = (number: number) => setPicks((present) => togglePick(present, number));
  const compare = (numbers: readonly number[]) => {
    const [from = 1, to = from] = [...numbers].sort((a, b) => a - b);
    router.push(comparePath(agent, from, to));
  };
  useHistoryKeys({
    onCompare: (number) => number > 1 && compare([number - 1, number]),
    onPick: pick,
    onComparePicked: picks.length === 2 ? () => compare(picks) : undefined,
    onClear: () => setPicks([]),
  });
  return (
    <>
      <PageHeader
        trail={[
          { label: 'Agents', href: `/w/${workspace}/agents` },
          { label: agent.title, href: agentPath(agent) },
        ]}
        title="History"
        actions={
          <>
            <Link href={`/w/${workspace}/activity?agent=${id}`} prefetch={false} className={buttonClass()}>
              Activity
            </Link>
            <Button onClick={() => setListing(true)} icon={<Tag className="size-4" aria-hidden="true" />}>
              Labels
            </Button>
          </>
        }
      />
      <main className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-4xl px-2 py-3 md:px-6">
          {list.isPending && <HistorySkeleton />}
          <Timeline
            agent={agent}
            versions={versions}
            headId={headId}
            hasMore={list.hasNextPage}
            picks={picks}
            onPick={pick}
            actionsOf={(version) =>
              menuOf({ agent, version, headId, moves, onCompare: compare, onLabel: setLabelled })
            }
          />
          <ListFoot list={list} what="The history" more="Older versions" />
        </div>
      </main>
      {picks.length > 0 && (
        <PicksBar picks={picks} onCompare={() => compare(picks)} onClear={() => setPicks([])} />
      )}
      <KeyLine keys={HISTORY_KEYS} />
      <Suspense fallback={null}>
        {labelled && (
          <LabelDialog
            number={labelled.number}
            canPublish={agent.rights.publish}
            onPut={(name) => moves.put(labelled, name)}
            onClose={() => setLabelled(null)}
          />
        )}
        {isListing && (
          <LabelsDialog
            agent={agent}
            onRemove={(name) => void moves.remove(name)}
            onClose={() => setListing(false)}
          />
        )}
      </Suspense>
    </>
  );
}

interface TimelineProps {
  agent: HistoryAgent;
  versions: readonly HistoryRow[];
  headId: string;
  hasMore: boolean;
  picks: readonly number[];
  onPick: (number: number) => void;
  actionsOf: (version: HistoryRow) => MenuAction[];
}

function Timeline({ agent, versions, headId, hasMore, picks, onPick, actionsOf }: TimelineProps) {
  const { rows, lanes } = graphOf(versions, agent.id, hasMore);
  const width = graphWidth(
    lanes,
    rows.some(({ foreign }) => foreign > 0),
  );
  return (
    <ol aria-label="Versions, the newest first">
      {versions.map((version, at) => {
        const row = rows[at];
        return (
          <VersionRow
            key={version.versionId}
            agent={agent}
            version={version}
            isHead={version.versionId === headId}
            graph={row && <GraphCell row={row} lanes={lanes} width={width} />}
            picked={picks.includes(version.number)}
            onPick={() => onPick(version.number)}
            actions={actionsOf(version)}
          />
        );
      })}
    </ol>
  );
}

interface MenuOf {
  agent: HistoryAgent;
  version: HistoryRow;
  headId: string;
  moves: HistoryMoves;
  onCompare: (numbers: readonly number[]) => void;
  onLabel: (version: HistoryRow) => void;
}

function menuOf({ agent, version, headId, moves, onCompare, onLabel }: MenuOf): MenuAction[] {
  const { number, versionId } = version;
  const isHead = versionId === headId;
  const actions: (MenuAction | false)[] = [
    number > 1 && {
      label: `Compare with v${number - 1}`,
      icon: <GitCompareArrows aria-hidden="true" />,
      onSelect: () => onCompare([number - 1, number]),
    },
    !isHead && {
      label: 'Compare with the last version',
      icon: <GitCompareArrows aria-hidden="true" />,
      onSelect: () => onCompare([number, agent.head.number]),
    },
    !isHead &&
      agent.rights.restore && {
        label: 'Restore',
        icon: <RotateCcw aria-hidden="true" />,
        detail: `A new version says what v${number} says`,
        onSelect: () => void moves.restore(version),
      },
    agent.rights.label && {
      label: 'Put a label on it',
      icon: <Tag aria-hidden="true" />,
      onSelect: () => onLabel(version),
    },
    {
      label: 'Download .md',
      icon: <Download aria-hidden="true" />,
      onSelect: () => window.location.assign(versionFilePath(agent, number)),
    },
    {
      label: 'Copy link',
      icon: <Link2 aria-hidden="true" />,
      onSelect: () => void copyLink(versionPath(agent, number)),
    },
  ];
  return actions.filter((action): action is MenuAction => action !== false);
}

async function copyLink(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, window.location.href).href);
    showToast({ text: 'The link is in the clipboard', tone: 'good' });
  } catch {
    showToast({
      text: 'The browser did not allow copying. Open the version and copy its address.',
      tone: 'bad',
    });
  }
}
