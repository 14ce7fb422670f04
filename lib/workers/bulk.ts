/** What does a thread of changes of many do? It plans them, and undoes them where an agent has moved on. */

import { type BulkChange, planChange } from '@/lib/bulk';
import type { LineChange } from '@/lib/text';
import { diffLines } from '@/lib/text';
import { mergeThreeWay } from '@/lib/three-way';

import type { BulkJobs, PlannedDetail, PlannedLines } from './protocol';
import { serve } from './serve';

/** What is shown of one agent among thousands. */
const SHOWN_LINES = 6;
const SHOWN_WIDTH = 300;
/** What is shown of one agent alone. */
const MAX_MATCHES = 500;
const MAX_DETAIL_LINES = 2_000;
/** Equal lines shown before and after a change. */
const AROUND = 2;

serve<BulkJobs>({
  preview: ({ change, texts }) => texts.map((text) => preview(text, change)),
  detail: ({ change, text, skip }) => detail(text, change, skip),
  plan: ({ change, items }) =>
    items.map(({ text, skip }) => {
      const planned = planChange(text, change, skip);
      return planned.outcome === 'changed' ? { text: planned.text } : { message: planned.message };
    }),
  revert: ({ items }) =>
    items.map(({ before, after, head }) => {
      const merged = mergeThreeWay(after, before, head);
      return merged.kind === 'clean' ? merged.text : null;
    }),
});

function preview(text: string, change: BulkChange): PlannedLines {
  const planned = planChange(text, change);
  const matches = planned.matches.length;
  if (planned.outcome !== 'changed') {
    const { outcome, message } = planned;
    return { outcome, message, matches, diff: [], more: 0, gains: [], startsToLoad: false };
  }
  const lines = linesOf(diffLines(text, planned.text)).filter(({ kind }) => kind !== 'same');
  const { gains, startsToLoad } = planned;
  return {
    ...{ outcome: 'changed', message: null, matches, gains, startsToLoad },
    diff: lines.slice(0, SHOWN_LINES).map(cut),
    more: Math.max(0, lines.length - SHOWN_LINES),
  };
}

function detail(text: string, change: BulkChange, skip: readonly number[]): PlannedDetail {
  const planned = planChange(text, change, skip);
  const matches = planned.matches.slice(0, MAX_MATCHES);
  const total = planned.matches.length;
  if (planned.outcome !== 'changed') return { message: planned.message, diff: [], matches, total };
  const lines = linesOf(diffLines(text, planned.text));
  const near = lines.filter((line, at) => line.kind !== 'same' || isNearChange(lines, at));
  return { message: null, diff: near.slice(0, MAX_DETAIL_LINES), matches, total };
}

function isNearChange(lines: readonly LineChange[], at: number): boolean {
  return lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same');
}

/** One change a line, without line ends. */
function linesOf(changes: readonly LineChange[]): LineChange[] {
  return changes.flatMap(({ kind, text }) =>
    (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => ({ kind, text: line.replace(/\r?\n$/, '') })),
  );
}

function cut({ kind, text }: LineChange): LineChange {
  return { kind, text: text.length > SHOWN_WIDTH ? `${text.slice(0, SHOWN_WIDTH)}…` : text };
}
