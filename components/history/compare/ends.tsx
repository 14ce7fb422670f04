'use client';
/** Which two versions are compared? Each is chosen here; beside them the way to what was changed before and after. */

import { ChevronLeft, ChevronRight, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { lazy } from 'react';

import { Avatar } from '@/components/people/avatar';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { Button, ButtonLink } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/once-wanted';
import { usePanelButton } from '@/components/ui/use-panel-button';
import { TimeAgo } from '@/lib/client/now';
import { COMPARE_KEYS } from '@/lib/client/shortcuts/history';
import type { HistoryAgent, HistoryRow } from '@/lib/contract';

import { LabelChip } from '../label-chip';
import { versionPath } from '../paths';
import { neighboursOf } from './neighbours';

const load = () => import('./version-finder');
const VersionFinder = lazy(async () => ({ default: (await load()).VersionFinder }));

export interface EndsProps {
  agent: HistoryAgent;
  before: HistoryRow;
  after: HistoryRow;
  compare: (from: number, to: number) => void;
  pathOf: (from: number, to: number) => string;
}

export function Ends({ agent, before, after, compare, pathOf }: EndsProps) {
  const { earlier, later } = neighboursOf(before.number, after.number, agent.head.number);
  return (
    <div className="grid gap-x-4 gap-y-2 md:grid-cols-2 wide:grid-cols-[1fr_1fr_auto]">
      <End agent={agent} version={before} side="from" onChoose={(number) => compare(number, after.number)} />
      <End agent={agent} version={after} side="to" onChoose={(number) => compare(before.number, number)} />
      {(earlier || later) && (
        <nav aria-label="Changes before and after" className="-mx-2 flex gap-1">
          {earlier && (
            <ButtonLink size="dense" tone="quiet" prefetch={false} href={pathOf(...earlier)} icon={BACK}>
              {wordsOf(earlier)}
            </ButtonLink>
          )}
          {later && (
            <ButtonLink size="dense" tone="quiet" prefetch={false} href={pathOf(...later)}>
              {wordsOf(later)}
              {ON}
            </ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}

const BACK = <ChevronLeft className="size-3.5" aria-hidden="true" />;
const ON = <ChevronRight className="size-3.5" aria-hidden="true" />;

const wordsOf = ([from, to]: readonly [number, number]): string => `v${from} → v${to}`;

const WORDS = {
  from: { word: 'From', title: 'Compare from' },
  to: { word: 'To', title: 'Compare to' },
} as const;

interface EndProps {
  agent: HistoryAgent;
  version: HistoryRow;
  side: 'from' | 'to';
  onChoose: (number: number) => void;
}

function End({ agent, version, side, onChoose }: EndProps) {
  const { number, savedBy, savedById, savedAt, message, labels } = version;
  const { word, title } = WORDS[side];
  const { button, panel } = usePanelButton('dialog', load);
  const open = () => panel.onOpenChange(true);
  useShortcuts(COMPARE_KEYS, side === 'from' ? { 'choose-from': open } : { 'choose-to': open });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-soft">
      <span className="w-9">{word}</span>
      <Button
        {...button}
        size="dense"
        aria-label={`${title} v${number}. Choose another version`}
        className="max-md:h-10"
      >
        v{number}
        <ChevronsUpDown className="size-3.5 text-soft" aria-hidden="true" />
      </Button>
      <OnceWanted wanted={panel.open}>
        <VersionFinder {...panel} agent={agent} title={title} chosen={number} onChoose={onChoose} />
      </OnceWanted>
      <Avatar id={savedById} name={savedBy} decorative />
      <span className="text-ink">{savedBy}</span>
      <TimeAgo time={savedAt} />
      {labels.map((name) => (
        <LabelChip key={name} name={name} />
      ))}
      <Link
        href={versionPath(agent, number)}
        prefetch={false}
        aria-label={`Open v${number}`}
        className="rounded-sm text-accent hover:underline"
      >
        Open
      </Link>
      {message && <span className="min-w-0 basis-full truncate pl-11 text-ink">{message}</span>}
    </div>
  );
}
