/** A proposal of two sources as the board gets it, written by hand for the tests of the board's own logic. */

import type { Block, Fate, LedgerEntry, Proposal } from '@/lib/merge';

const TEXT = [
  '---',
  'name: pump-keeper',
  'model: opus',
  '---',
  '',
  'You keep pumps running.',
  '- Check seals and valves.',
  '- Never open a valve under pressure.',
  '',
].join('\n');

function rangeOf(part: string) {
  const from = TEXT.indexOf(part);
  return { from, to: from + part.length };
}

function entry(
  unit: string,
  fate: Fate,
  block: string | null,
  text: string,
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  return {
    unit,
    source: unit.split('#')[0] ?? '',
    range: { from: 0, to: text.length },
    text,
    part: 'body',
    kind: 'bullet',
    headings: [],
    fate,
    target: null,
    block,
    reason: 'because',
    ...more,
  };
}

function block(id: string, part: string, units: string[], more: Partial<Block> = {}): Block {
  return { id, range: rangeOf(part), kind: 'bullet', units, letters: [], origin: 'source', ...more };
}

const field = { part: 'front-matter', kind: 'field' } as const;

export const PROPOSAL: Proposal = {
  text: TEXT,
  sources: [
    { id: 'one', letter: 'A', name: 'pump-keeper', loads: true, problem: null, repeats: null },
    { id: 'two', letter: 'B', name: 'pump-keeper', loads: true, problem: null, repeats: null },
  ],
  blocks: [
    block('front-matter', '---\nname: pump-keeper\nmodel: opus\n---', ['one#model', 'two#model'], {
      kind: 'front-matter',
    }),
    block('one#role', 'You keep pumps running.', ['one#role'], { kind: 'sentence', letters: ['A'] }),
    block('one#seals', '- Check seals and valves.', ['one#seals', 'two#valves'], { letters: ['A', 'B'] }),
    block('two#never', '- Never open a valve under pressure.', ['two#never'], { letters: ['B'] }),
  ],
  ledger: [
    entry('one#model', 'kept', 'front-matter', 'model: opus', field),
    entry('one#role', 'kept', 'one#role', 'You keep pumps running.'),
    entry('one#seals', 'fused', 'one#seals', 'Check seals.'),
    entry('two#model', 'conflict', null, 'model: sonnet', field),
    entry('two#valves', 'fused', 'one#seals', 'Check valves.'),
    entry('two#never', 'kept', 'two#never', 'Never open a valve under pressure.'),
    entry('two#p1', 'quarantined', null, 'Read plant/north.md first.', { headings: ['North plant'] }),
    entry('two#p2', 'quarantined', null, 'Report to the north desk.', { headings: ['North plant'] }),
  ],
  conflicts: [
    {
      id: 'model',
      kind: 'field',
      key: 'model',
      question: 'Which model?',
      options: [
        { id: '1', value: 'opus', sources: ['one'], meaning: 'The largest model.', widens: false },
        { id: '2', value: 'sonnet', sources: ['two'], meaning: 'The middle one.', widens: false },
      ],
      chosen: '1',
      decided: false,
      units: [],
    },
  ],
  quarantined: [
    { unit: 'two#p1', source: 'two', range: { from: 0, to: 1 }, reason: 'names a file of one project' },
    { unit: 'two#p2', source: 'two', range: { from: 0, to: 1 }, reason: 'names a file of one project' },
  ],
  metrics: {
    wordRatio: 0.579,
    unitCoverage50: 0.996,
    unitCoverage90: 0.9,
    protectedTerms: 1,
    redundancy: 0.002,
    words: 1100,
    sourceWords: 1900,
    rosterTokens: 300,
    sourceRosterTokens: 1320,
  },
  idle: [],
};
