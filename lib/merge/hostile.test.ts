import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';
import { agentText, BULLETS } from './fixtures';
import { proposeMerge } from './propose';
import type { MergeSource } from './types';

const FIELDS = ['name: a', 'description: b'];
const two = (one: string, other: string): MergeSource[] => [
  { id: 'a.md', text: agentText(FIELDS, one) },
  { id: 'b.md', text: agentText(FIELDS, other) },
];
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
const inLetters = (number: number) =>
  number.toString().replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
const words = (count: number, seed: number) =>
  Array.from({ length: count }, (_, at) => `word${(at * 7919 * seed) % 5003}`);

describe('hostile sources end in a result or in words', () => {
  const cases: [string, MergeSource[]][] = [
    ['a megabyte of one letter, twice', two('a'.repeat(1 << 20), `b${'a'.repeat(1 << 20)}`)],
    ['a megabyte of stars, ticks and brackets', two('*'.repeat(1 << 20), '`[('.repeat(350_000))],
    [
      '9,000 bullets of one word',
      two(
        words(9_000, 1)
          .map((word) => `- ${word}`)
          .join('\n'),
        '- word1',
      ),
    ],
    [
      'the same bullet 4,000 times',
      two('- Plant it well\n'.repeat(4_000), '- Plant it deep\n'.repeat(4_000)),
    ],
    [
      'one list nested 500 deep',
      two(Array.from({ length: 500 }, (_, at) => `${' '.repeat(at * 2)}- x${at}`).join('\n'), 'x'),
    ],
    ['one sentence of 60,000 words', two(words(60_000, 3).join(' '), words(60_000, 5).join(' '))],
    [
      '3,000 contradictions',
      two(
        words(3_000, 1)
          .map((word) => `- Always plant ${word} here`)
          .join('\n'),
        words(3_000, 1)
          .map((word) => `- Never plant ${word} here`)
          .join('\n'),
      ),
    ],
    [
      '800 lists of the same things, twice',
      two(
        lines(800, (at) => `- Plant roses, tulips, lilies and herbs in bed ${at}`),
        lines(800, (at) => `- Water lilies, roses, herbs and vines in bed ${at + 400}`),
      ),
    ],
    [
      'blanks, brackets and stops without end',
      two(
        `90${' '.repeat(200_000)}%`,
        ['((', '[](', 'a-', 'a.', '1.', './a.sh '].map((each) => `${each.repeat(60_000)}\n\n`).join(''),
      ),
    ],
    ['nothing', two('', '')],
    [
      'front matter only, and text only',
      [
        { id: 'a', text: '---\nname: a\n---' },
        { id: 'b', text: 'text' },
      ],
    ],
    [
      'empty files',
      [
        { id: 'a', text: '' },
        { id: 'b', text: '#' },
      ],
    ],
    ['fences everywhere', two('---\n---\n---\n', '```\n---\n```\n---')],
    [
      'prototype names',
      [
        {
          id: '__proto__',
          text: agentText(['name: constructor', 'description: toString', '__proto__: x'], 'a'),
        },
        {
          id: 'hasOwnProperty',
          text: agentText(['name: valueOf', 'description: constructor', 'toString: y'], 'b'),
        },
      ],
    ],
  ];
  test.each(cases)(
    '%s',
    (_, sources) => {
      const result = proposeMerge(sources);
      if (!result.ok) return expect(result.refusal.message).toMatch(/\.$/);
      expect(readAgentFile(result.proposal.text).verdict.loads).toBe(true);
      expect(result.proposal.ledger.filter(({ reason }) => reason.includes('no place'))).toEqual([]);
    },
    60_000,
  );

  test('many instructions that differ in a number stand side by side, and none is lost', () => {
    const beds = (first: number) =>
      lines(1_000, (at) => `- Keep frost from bed ${first + at} at ${at + 1} %`);
    const result = proposeMerge(two(beds(1), beds(501)));
    if (!result.ok) throw new Error(result.refusal.message);
    const { metrics, ledger, conflicts } = result.proposal;
    expect(metrics.protectedTerms).toBe(1);
    expect(conflicts).toEqual([]);
    expect(
      ledger.filter(({ part, fate }) => part === 'body' && fate !== 'kept' && fate !== 'contained'),
    ).toEqual([]);
  });

  test('contradictions are found among hundreds of alike instructions', () => {
    const shared = 'Water the bed in the morning with the can';
    const fill = lines(700, (at) => `- Water the ${words(700, 1)[at]} bed in the morning with the can`);
    const [one, other] = [
      `- Never ${shared.toLowerCase()}\n${fill}`,
      `- Always ${shared.toLowerCase()}\n${fill}`,
    ];
    const result = proposeMerge(two(one, other));
    expect(result.ok && result.proposal.conflicts.map(({ kind }) => kind)).toEqual(['polarity']);
  });

  test('who gives hundreds of figures for one thing is not asked to choose one, and the ledger says why', () => {
    const figures = (first: number) => lines(400, (at) => `- Keep coverage at ${first + at} %`);
    const result = proposeMerge(two(figures(1), figures(401)));
    if (!result.ok) throw new Error(result.refusal.message);
    const { conflicts, ledger } = result.proposal;
    expect(conflicts).toEqual([]);
    expect(ledger.find(({ text }) => text === 'Keep coverage at 1 %')?.reason).toContain(
      '400 figures for coverage',
    );
  });

  test('hundreds of instructions are one when a person says so', () => {
    const beds = (first: number) =>
      lines(200, (at) => `- Loosen the soil of ${inLetters(first + at + 1_000)}`);
    const sources = two(beds(0), beds(200));
    const unsteered = proposeMerge(sources);
    if (!unsteered.ok) throw new Error(unsteered.refusal.message);
    const units = unsteered.proposal.ledger.flatMap(({ part, unit }) => (part === 'body' ? unit : []));
    const result = proposeMerge(sources, [{ kind: 'fuse', units }]);
    if (!result.ok) throw new Error(result.refusal.message);
    const { ledger, blocks } = result.proposal;
    expect(new Set(ledger.flatMap(({ part, block }) => (part === 'body' ? block : []))).size).toBe(1);
    expect(blocks.filter(({ kind }) => kind === 'bullet')).toHaveLength(1);
  });

  test('too many files, too many instructions, one file twice', () => {
    const many = Array.from({ length: 51 }, (_, at) => ({ id: `${at}`, text: `${at}` }));
    const code = (sources: MergeSource[]) => {
      const result = proposeMerge(sources);
      return result.ok ? null : result.refusal.code;
    };
    expect(code(many)).toBe('too-many-sources');
    expect(
      code(
        two(
          words(21_000, 1)
            .map((word) => `- ${word}`)
            .join('\n'),
          'x',
        ),
      ),
    ).toBe('too-many-units');
    expect(
      code([
        { id: 'a', text: 'x' },
        { id: 'a', text: 'y' },
      ]),
    ).toBe('source-twice');
    expect(code([])).toBe('no-sources');
    expect(code([{ id: 'a', text: 'x'.repeat(5_000_000) }])).toBe('too-large');
  });

  test('fifty sources', () => {
    const fifty = Array.from({ length: 50 }, (_, at) => ({
      id: `${at}.md`,
      text: agentText(
        FIELDS,
        BULLETS.map((bullet, place) => `- ${bullet} ${(at + place) % 9 === 0 ? `in bed ${at}` : ''}`).join(
          '\n',
        ),
      ),
    }));
    const result = proposeMerge(fifty);
    expect(result.ok && result.proposal.metrics.unitCoverage50).toBe(1);
  });
});
