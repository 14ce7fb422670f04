import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { explainPair } from './evidence';
import { matchInstructions, RELATED } from './match-units';

const agent = (name: string, description: string, ...lines: string[]) =>
  `---\nname: ${name}\ndescription: ${description}\n---\n## Rules\n\n${lines.map((line) => `- ${line}\n`).join('')}`;

const KEEPER = agent(
  'bee-keeper',
  'Keeps bees through the year.',
  'Inspect every hive for varroa mites in spring',
  'Feed sugar syrup when the nectar of early summer fails',
  'Wear gloves',
);
const APIARIST = agent(
  'apiarist',
  'Looks after hives and their bees.',
  'When nectar fails in early summer, feed the bees syrup of sugar',
  'Check hives for mites (varroa) each spring',
  'Harvest honey in August',
);

describe('explainPair', () => {
  test('puts instructions side by side, best first, and lists what only one has', () => {
    const { matches, onlyA, onlyB, tier } = explainPair(KEEPER, APIARIST);
    expect(tier).toBe('role');
    const said = matches.map(({ a, b }) => [a.text, b.text]);
    expect(said).toContainEqual([
      'Inspect every hive for varroa mites in spring',
      'Check hives for mites (varroa) each spring',
    ]);
    expect(said).toContainEqual([
      'Feed sugar syrup when the nectar of early summer fails',
      'When nectar fails in early summer, feed the bees syrup of sugar',
    ]);
    for (let at = 1; at < matches.length; at++)
      expect(matches[at]?.similarity).toBeLessThanOrEqual(matches[at - 1]?.similarity ?? 0);
    expect(onlyA.map(({ text }) => text)).toContain('Wear gloves');
    expect(onlyB.map(({ text }) => text)).toContain('Harvest honey in August');
  });

  test('ranges are places in the files, and headings say where', () => {
    const { matches, onlyA, onlyB } = explainPair(KEEPER, APIARIST);
    for (const { a, b } of matches) {
      expect(KEEPER.slice(a.range.from, a.range.to)).toContain(a.text);
      expect(APIARIST.slice(b.range.from, b.range.to)).toContain(b.text);
    }
    for (const unit of onlyA) expect(KEEPER.slice(unit.range.from, unit.range.to)).toContain(unit.text);
    for (const unit of onlyB) expect(APIARIST.slice(unit.range.from, unit.range.to)).toContain(unit.text);
    expect(onlyA.find(({ text }) => text === 'Wear gloves')?.headings).toEqual(['Rules']);
  });

  test('every instruction is in one place', () => {
    const { matches, onlyA, onlyB } = explainPair(KEEPER, APIARIST);
    expect(matches.length + onlyA.length).toBe(4);
    expect(matches.length + onlyB.length).toBe(4);
  });

  test('names shared words as the texts write them, rarest first, with their shares', () => {
    const { sharedTerms } = explainPair(KEEPER, APIARIST);
    expect(sharedTerms.map(({ term }) => term)).toEqual(
      expect.arrayContaining(['varroa', 'syrup', 'nectar']),
    );
    const sum = sharedTerms.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeGreaterThan(0.9);
    expect(sum).toBeLessThanOrEqual(1.000001);
  });

  test('says in words what files that are the same differ in', () => {
    expect(explainPair(KEEPER, KEEPER).reasons).toEqual(['The two files are equal']);
    expect(explainPair(KEEPER, KEEPER.replaceAll('\n', '\r\n')).reasons).toEqual([
      'The same text but for line ends',
    ]);
    const turned = KEEPER.replace(/(name: .*\n)(description: .*\n)/, '$2$1');
    expect(explainPair(KEEPER, turned).reasons).toEqual(['The same text but for the order of the fields']);
    expect(explainPair(KEEPER, `${KEEPER}\n\n`).reasons).toEqual(['The same text but for outer blanks']);
  });

  test('says in words what copies share', () => {
    const other = KEEPER.replace('Keeps bees through the year.', 'Something else.');
    expect(explainPair(KEEPER, other).reasons[0]).toBe(
      'The same instructions, word by word; they differ in description',
    );
    const longer = `${KEEPER.replace('bee-keeper', 'bee-school')}- Teach the children of the village how bees live and why they dance\n`;
    expect(explainPair(KEEPER, longer).reasons[0]).toBe(
      '100 % of the text of “bee-keeper” is in “bee-school”',
    );
  });

  test('takes the scores of the workspace when it is given them', () => {
    const score = { tier: 'role', score: 0.61, jaccard: 0, containment: 0, role: 0.61 } as const;
    expect(explainPair(KEEPER, APIARIST, score)).toMatchObject(score);
  });

  test('texts that are no agents, or empty', () => {
    expect(explainPair('', '').matches).toEqual([]);
    const { onlyA, onlyB } = explainPair('Just a note.', '');
    expect(onlyA.map(({ text }) => text)).toEqual(['Just a note.']);
    expect(onlyB).toEqual([]);
  });

  test('is bounded on 20,000 short bullets', () => {
    const many = (offset: number) =>
      `---\nname: many\ndescription: Many.\n---\n${Array.from({ length: 20_000 }, (_, at) => `- word${at + offset}\n`).join('')}`;
    expect(explainPair(many(0), many(5_000)).matches.length).toBeGreaterThanOrEqual(15_000);
  });
});

describe('matchInstructions', () => {
  const words = ['bees', 'hive', 'honey', 'mites', 'syrup', 'winter', 'the', 'never'];
  const instructions = fc.array(
    fc
      .array(fc.constantFrom(...words), { maxLength: 6 })
      .map((list) => ({ text: list.join(' '), language: 'en' })),
    { maxLength: 12 },
  );

  test('one to one, related, and the other way round the same similarities', () => {
    fc.assert(
      fc.property(instructions, instructions, (a, b) => {
        const matches = matchInstructions(a, b);
        expect(new Set(matches.map((match) => match.a)).size).toBe(matches.length);
        expect(new Set(matches.map((match) => match.b)).size).toBe(matches.length);
        for (const { similarity } of matches) {
          expect(similarity).toBeGreaterThanOrEqual(RELATED);
          expect(similarity).toBeLessThanOrEqual(1);
        }
        for (const [at, { text }] of a.entries())
          if (b.some((other) => other.text === text) && !matches.some((match) => match.a === at))
            expect(a.filter((one) => one.text === text).length).toBeGreaterThan(
              b.filter((one) => one.text === text).length,
            );
      }),
    );
  });
});
