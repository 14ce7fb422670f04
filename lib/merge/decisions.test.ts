import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';
import { agentText } from './fixtures';
import { proposeMerge } from './propose';
import type { Decision, LedgerEntry, MergeSource, Proposal } from './types';

const FIELDS = ['name: gardener', 'description: Use this agent when you need a plan for beds.'];
const SOURCES: MergeSource[] = [
  {
    id: 'a.md',
    text: agentText(
      FIELDS,
      'You are a gardener.\n\n## Soil\n\n- Compost leaves, straw, and coffee grounds\n- Test the pH of the soil\n\n## Planting\n\n- Protect seedlings from slugs with copper rings',
    ),
  },
  {
    id: 'b.md',
    text: agentText(
      [
        ...FIELDS.slice(0, 1),
        'description: Use this agent when a hedge must be cut. <example>user: "Cut it" assistant: "I do"</example>',
      ],
      'You are a gardener.\n\n## Soil\n\n- Compost kitchen scraps, leaves, and straw\n- Label every row in Latin\n',
    ),
  },
];

function merge(...decisions: Decision[]): Proposal {
  const result = proposeMerge(SOURCES, decisions);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.proposal;
}
const entry = ({ ledger }: Proposal, words: string): LedgerEntry => {
  const found = ledger.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`nothing says ${words}`);
  return found;
};
const plain = merge();
const unit = (words: string) => entry(plain, words).unit;
const block = (words: string) => entry(plain, words).block ?? '';

describe('decisions about units', () => {
  test('dropping takes a unit out, with the reason; undoing is leaving the decision away', () => {
    const dropped = merge({ kind: 'drop', unit: unit('Latin'), reason: 'Nobody reads it.' });
    expect(dropped.text).not.toContain('Latin');
    expect(entry(dropped, 'Latin')).toMatchObject({
      fate: 'dropped',
      target: null,
      block: null,
      reason: 'Nobody reads it.',
    });
    expect(dropped.idle).toEqual([]);
    expect(merge()).toEqual(plain);
  });

  test('setting aside, and taking back in; the last decision holds', () => {
    const id = unit('pH');
    const aside = merge({ kind: 'quarantine', unit: id });
    expect(aside.quarantined.map((one) => one.unit)).toEqual([id]);
    expect(aside.text).not.toContain('pH');
    expect(merge({ kind: 'quarantine', unit: id }, { kind: 'release', unit: id }).text).toBe(plain.text);
  });

  test('keeping a unit leaves it its own words', () => {
    expect(plain.text).not.toContain('Compost kitchen scraps, leaves, and straw\n- Compost');
    const kept = merge(
      { kind: 'keep', unit: unit('kitchen scraps') },
      { kind: 'keep', unit: unit('coffee grounds') },
    );
    expect(kept.text).toContain('Compost kitchen scraps, leaves, and straw');
    expect(kept.text).toContain('Compost leaves, straw, and coffee grounds');
    expect(entry(kept, 'kitchen scraps').fate).toBe('kept');
  });

  test('sentences and examples of the description can be dropped too', () => {
    const dropped = merge(
      { kind: 'drop', unit: unit('hedge must'), reason: 'We have none.' },
      { kind: 'drop', unit: unit('Cut it'), reason: 'We have none.' },
    );
    const { description } = readAgentFile(dropped.text).effective;
    expect(description).toContain('a plan for beds');
    expect(description).not.toMatch(/hedge|Cut it/);
  });

  test('another skeleton gives another order and loses nothing', () => {
    for (const source of ['a.md', 'b.md']) {
      const { text, idle } = merge({ kind: 'skeleton', source });
      for (const words of ['Latin', 'pH', 'copper rings', 'coffee', 'kitchen']) expect(text).toContain(words);
      expect(idle).toEqual([]);
    }
  });
});

describe('decisions about blocks', () => {
  test('an edit puts a person’s words in the place of a block’s', () => {
    const id = block('pH');
    const edited = merge({ kind: 'edit', block: id, text: '- Send soil to the laboratory' });
    expect(edited.text).toContain('- Send soil to the laboratory\n');
    expect(edited.text).not.toContain('pH');
    expect(edited.blocks.find((one) => one.id === id)).toMatchObject({ origin: 'person' });
    expect(entry(edited, 'pH')).toMatchObject({ block: id, reason: 'A person wrote this piece anew.' });
  });

  test('an empty edit takes the words away, and the ledger says by whom', () => {
    const emptied = merge({ kind: 'edit', block: block('Latin'), text: ' \n' });
    expect(emptied.text).not.toContain('Latin');
    expect(entry(emptied, 'Latin')).toMatchObject({ fate: 'dropped', target: null, block: null });
  });

  test('an insertion stands behind its block and is a person’s', () => {
    const inserted = merge(
      { kind: 'insert', id: '1', after: block('pH'), text: '- Turn the heap in March' },
      { kind: 'insert', id: '2', after: 'person:1', text: 'And rest.' },
      { kind: 'insert', id: '3', after: null, text: 'First of all, listen.' },
    );
    expect(inserted.idle).toEqual([]);
    expect(inserted.text).toMatch(/- Turn the heap in March\n\nAnd rest\./);
    expect(inserted.text).toMatch(/---\n\nFirst of all, listen\.\n\nYou are/);
    const people = inserted.blocks.filter(({ origin }) => origin === 'person');
    expect(people.map(({ id, units, letters }) => ({ id, units, letters }))).toEqual(
      ['person:3', 'person:1', 'person:2'].map((id) => ({ id, units: [], letters: [] })),
    );
  });

  test('a move changes nothing but the place', () => {
    const moved = merge({ kind: 'move', block: block('copper'), after: block('pH') });
    const at = (words: string) => moved.text.indexOf(words);
    expect(at('pH')).toBeLessThan(at('copper'));
    expect(
      moved.text
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    ).toEqual(
      plain.text
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    );
  });

  test('what is about a block that has gone is idle, and the rest holds', () => {
    const { idle, text } = merge(
      { kind: 'drop', unit: unit('Latin'), reason: 'x' },
      { kind: 'edit', block: block('Latin'), text: '- Latin again' },
      { kind: 'edit', block: block('pH'), text: '- Measure it' },
    );
    expect(idle).toEqual([1]);
    expect(text).toContain('Measure it');
  });
});

test('every line of the result has an origin, and every target holds what its unit says', () => {
  for (const { fate, target, text: said } of plain.ledger) {
    if (fate !== 'kept' || !target || said.startsWith('<example>')) continue;
    expect(plain.text.slice(target.from, target.to)).toContain(said.split(' ').slice(0, 2).join(' '));
  }
  for (const { origin, units, kind } of plain.blocks) {
    if (origin === 'source') expect([kind, units.length > 0]).toEqual([kind, true]);
  }
});
