/** How is one line of the result written, and what became of what it is made of? */

import type { UnitKind } from '@/lib/units';
import type { Draft } from './body-pool';
import type { BodyUnit, Piece } from './body-types';
import { capitalized } from './fuse-clause';
import { isBold, type Statement } from './order';
import { isNode, type Node } from './order-nodes';

const LATE =
  'It stands in its own words: the files say so much alike that we stopped comparing before it, and only looked whether another instruction says all of it.';

export function fateOf(
  statement: Statement,
  draft: Draft,
): { fate: 'kept' | 'fused' | 'contained'; reason: string } {
  const isCarrier = draft.members[0] === statement;
  if (isCarrier && draft.text === statement.text)
    return { fate: 'kept', reason: draft.isLate ? LATE : 'It stands in its own words.' };
  const isChanged = draft.text !== draft.members[0]?.text;
  if (isCarrier) return { fate: 'fused', reason: 'What others say of the same was joined to it.' };
  if (isChanged)
    return { fate: 'fused', reason: 'What only it says was joined to what another says of the same.' };
  return { fate: 'contained', reason: 'Another instruction says all of it.' };
}

const KIND: Readonly<Record<Statement['kind'], UnitKind>> = {
  bullet: 'bullet',
  step: 'step',
  sentence: 'sentence',
  table: 'row',
  code: 'code',
  tag: 'tag',
};
export const unitKind = (kind: Statement['kind']) => KIND[kind];

export function isIntro({ unit }: BodyUnit): boolean {
  return unit.kind === 'heading' && unit.depth === 0 && !isBold(unit.text);
}

export function boldLine(title: string): string {
  return `**${title}:**`;
}

/** The way in which most of a section's own statements are written. */
export function listStyle(node: Node): Statement['kind'] | null {
  for (const entry of node.entries) {
    if (isNode(entry) || entry.isGone) continue;
    const [carrier] = entry.members;
    if (carrier?.source === node.source && (carrier.kind === 'bullet' || carrier.kind === 'step'))
      return carrier.kind;
  }
  const others = node.entries.flatMap((entry) =>
    isNode(entry) || entry.isGone ? [] : (entry.members[0]?.kind ?? []),
  );
  return others.includes('bullet') ? 'bullet' : null;
}

export function kindIn(draft: Draft, style: Statement['kind'] | null): Statement['kind'] {
  const [carrier] = draft.members;
  const kind = carrier?.kind ?? 'sentence';
  if (kind === 'bullet' || kind === 'step') return style ?? 'bullet';
  const isTitled = kind === 'sentence' && carrier?.units[0]?.unit.label != null;
  return isTitled && style !== null ? style : kind;
}

/** Sentences of one paragraph stay one, and those of others that follow are put to it. */
export function runsOn(before: Draft, draft: Draft): boolean {
  const [a] = before.members;
  const [b] = draft.members;
  if (a?.kind !== 'sentence' || b?.kind !== 'sentence' || a.text.startsWith('>') || b.text.startsWith('>'))
    return false;
  if (a.source === b.source) return a.block === b.block;
  // What a colon announces stands right behind it in its own source alone.
  if (/[:：]$/.test(before.text)) return false;
  return b.units[0]?.unit.label == null;
}

/** Items end as lists of items do: with a full stop only when they are several sentences. */
export function wordsOf(draft: Draft, kind: Statement['kind']): string {
  const isItem = kind === 'bullet' || kind === 'step';
  if (!isItem) return draft.text;
  const isOwn = draft.text === draft.members[0]?.text;
  return isOwn || isBold(draft.text) ? draft.text : capitalized(draft.text);
}

/** What came first in its own list does not in a longer one. */
export const withoutFirst = (text: string): string => capitalized(text.replace(/^First(?:ly)?,\s+/i, ''));

export function isSpaced(kind: Statement['kind'], last: Piece | undefined): boolean {
  if (!last) return false;
  const isItem = kind === 'bullet' || kind === 'step';
  if (!isItem) return kind !== 'tag' || last.kind !== 'tag';
  if (last.kind === 'heading') return last.text.startsWith('#');
  return last.kind !== 'bullet' && last.kind !== 'step';
}
