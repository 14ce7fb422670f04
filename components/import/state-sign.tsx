/** What is a file, or what became of it? An icon and a word; the colour only repeats them. */

import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePlus,
  Copy,
  FileX2,
  History,
  type LucideIcon,
  SkipForward,
  TriangleAlert,
  Users,
} from 'lucide-react';

import { classNames } from '@/components/ui/class-names';

import type { ImportRow, RowState } from './model/import-rows';
import { STATE_WORDS } from './model/row-words';

const SIGNS: Record<RowState, { icon: LucideIcon; tone: string }> = {
  waiting: { icon: CircleDashed, tone: 'text-soft' },
  new: { icon: CirclePlus, tone: 'text-good' },
  'same-name': { icon: Users, tone: 'text-attention' },
  identical: { icon: Copy, tone: 'text-soft' },
  'not-agent': { icon: FileX2, tone: 'text-soft' },
  refused: { icon: CircleAlert, tone: 'text-bad' },
  imported: { icon: CircleCheck, tone: 'text-good' },
  replaced: { icon: History, tone: 'text-good' },
  skipped: { icon: SkipForward, tone: 'text-soft' },
  failed: { icon: CircleAlert, tone: 'text-bad' },
  stopped: { icon: Ban, tone: 'text-attention' },
};
/** States of files that are agents: whether they load is worth a word. */
const AGENTS = new Set<RowState>(['new', 'same-name', 'imported', 'replaced']);

export function StateSign({ row }: { row: ImportRow }) {
  const { icon: Icon, tone } = SIGNS[row.state];
  return (
    <span className={classNames('flex h-5 items-center gap-1.5 self-start whitespace-nowrap', tone)}>
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      {STATE_WORDS[row.state].one}
    </span>
  );
}

/** Said of agents that Claude Code would not load. */
export function LoadSign({ row }: { row: ImportRow }) {
  if (row.loads || !AGENTS.has(row.state)) return null;
  return (
    <span className="flex shrink-0 items-center gap-1 whitespace-nowrap text-small text-attention">
      <TriangleAlert className="size-3 shrink-0" aria-hidden="true" />
      will not load
    </span>
  );
}
