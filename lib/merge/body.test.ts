import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { listStems } from '@/lib/similarity';
import { splitBody } from '@/lib/units';
import { alignBodies } from './align';
import { composeBody } from './body';
import { Bags, containment } from './body-measure';
import type { BodyResult, BodySource, Steering } from './body-types';
import { listProtected, missingTerms } from './protected';

const NOTHING: Steering = { skeleton: null, keep: new Set(), excluded: new Set(), split: [], fuse: [] };

/** Sources in canonical order, as the merge hands them over. */
function sourcesOf(texts: readonly string[]): BodySource[] {
  return [...texts]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((text, at) => ({
      id: `s${at}`,
      letter: String.fromCharCode(65 + at),
      units: splitBody(text).map((unit) => ({
        id: `s${at}#${unit.index}`,
        source: `s${at}`,
        unit,
        protectedTerms: listProtected(unit.text),
      })),
    }));
}

function compose(texts: readonly string[], steering: Partial<Steering> = {}) {
  const sources = sourcesOf(texts);
  const result = composeBody(sources, alignBodies(sources), { ...NOTHING, ...steering });
  return { sources, result, text: textOf(result) };
}

const textOf = ({ pieces }: BodyResult) =>
  pieces.map(({ text, spaced }, at) => (spaced && at > 0 ? `\n${text}` : text)).join('\n');

const GARDENER = `You are a gardener with 12+ years of experience in growing roses.

**Soil Care:**
- Test soil acidity with \`ph-meter\` each spring
- Add compost, bark mulch, and bone meal
- Never walk on wet beds

**Watering:**
- Water deeply at dawn
- Design drip irrigation with pressure valves and timers

When reviewing a plan, you:
- Check planting distances
- Point out diseases`;

const GROWER = `You are a master grower, a specialist for old roses.

## Soil

- Add compost, leaf mould, and bone meal
- Testing soil acidity each spring

## Watering

- Design drip irrigation with rain sensors
- Collect rain in barrels

## Pruning

1. Cut above an outward bud
2. Burn diseased wood`;

describe('two bodies become one', () => {
  const { text, result, sources } = compose([GARDENER, GROWER]);

  test('lists are united, and what is the same is said once', () => {
    expect(text).toContain('Add compost, bark mulch, bone meal, and leaf mould');
    expect(text.match(/soil acidity/g)).toHaveLength(1);
    expect(text).toContain('Design drip irrigation with pressure valves, timers, and rain sensors');
  });

  test('one sentence says who the agent is', () => {
    expect(text.match(/You are/g)).toHaveLength(1);
    expect(text).toMatch(
      /^You are a gardener .*, and a master grower, a specialist for old roses\.$|^You are /m,
    );
  });

  test('sections of one title are one, others stand by themselves, steps are numbered', () => {
    expect(text.match(/Soil/g)?.length).toBeLessThanOrEqual(2);
    expect(text).toMatch(/Pruning.*\n+1\. Cut above an outward bud\n2\. Burn diseased wood/);
    expect(text).toContain('- Collect rain in barrels');
  });

  test('what holds in one situation alone stays there', () => {
    expect(text).toMatch(/When reviewing a plan, you:\n- Check planting distances\n- Point out diseases/);
  });

  test('each unit has one fate, in a block that is there', () => {
    const blocks = new Set(result.pieces.map(({ id }) => id));
    const ids = sources.flatMap(({ units }) => units.map(({ id }) => id));
    expect([...result.fates.keys()].sort()).toEqual(ids.sort());
    for (const { block, reason } of result.fates.values()) {
      expect(blocks.has(block)).toBe(true);
      expect(reason).not.toBe('');
    }
    expect(result.fates.get('s0#4')?.fate).not.toBe(undefined);
  });

  test('neither is what forbids swallowed by what allows, nor the reverse', () => {
    const both = compose(['- Never log secrets in production', '- Log secrets in production with care']);
    expect(both.text).toContain('Never log secrets in production');
    expect(both.text).toContain('Log secrets in production with care');
  });
});

describe('steering', () => {
  const { sources } = compose([GARDENER, GROWER]);
  const idOf = (words: string) =>
    sources.flatMap(({ units }) => units).find(({ unit }) => unit.text.includes(words))?.id ?? '';

  test('a unit that is kept stands in its own words', () => {
    const kept = compose([GARDENER, GROWER], { keep: new Set([idOf('leaf mould')]) });
    expect(kept.text).toContain('- Add compost, leaf mould, and bone meal\n');
    expect(kept.result.fates.get(idOf('leaf mould'))?.fate).toBe('kept');
  });

  test('units that are split stand side by side', () => {
    const units = [idOf('leaf mould'), idOf('bark mulch')];
    const { text } = compose([GARDENER, GROWER], { split: [units] });
    expect(text).toContain('- Add compost, leaf mould, and bone meal\n');
    expect(text).toContain('- Add compost, bark mulch, and bone meal\n');
  });

  test('units that are fused are in one block', () => {
    const units = [idOf('Collect rain'), idOf('Water deeply')];
    const { result } = compose([GARDENER, GROWER], { fuse: [units] });
    const [one, other] = units.map((id) => result.fates.get(id)?.block);
    expect(one).toBe(other);
  });

  test('what is excluded is not there and has no fate', () => {
    const excluded = new Set([idOf('Burn diseased')]);
    const { text, result } = compose([GARDENER, GROWER], { excluded });
    expect(text).not.toContain('Burn');
    expect(result.fates.has(idOf('Burn diseased'))).toBe(false);
  });

  test('the skeleton gives order and headings', () => {
    const id = sources.find(({ units }) => units.some(({ unit }) => unit.text === 'Pruning'))?.id ?? '';
    const { text } = compose([GARDENER, GROWER], { skeleton: id });
    expect(text).toContain('## Soil');
    expect(text).toContain('## Pruning');
    expect(text).not.toContain('**Soil Care:**');
  });
});

describe('blocks that are kept whole', () => {
  test('code, tables and tags', () => {
    const code = '- Run it:\n\n```sh\nmake all\n```';
    const table = '| a | b |\n|---|---|\n| 1 | 2 |';
    const { text } = compose([`# A\n\n${code}`, `# B\n\n${table}`, '<rules>\n- obey\n</rules>']);
    expect(text).toContain('```sh\nmake all\n```');
    expect(text).toContain(table);
    expect(text).toMatch(/<rules>[\s\S]*- obey[\s\S]*<\/rules>/);
  });

  test('equal code is there once', () => {
    const code = '```sh\nmake all\n```';
    expect(compose([`A\n\n${code}`, `B\n\n${code}`]).text.match(/make all/g)).toHaveLength(1);
  });
});

describe('laws', () => {
  const WORDS = 'soil compost roses water bud mulch frost seeds barrels shears wasps lime'.split(' ');
  const word = fc.constantFrom(...WORDS);
  const verb = fc.constantFrom('Check', 'Collect', 'Protect', 'Cut', 'Never cut', 'Adding', 'Watch for');
  const list = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(', '));
  const bullet = fc.tuple(
    fc.constantFrom('- ', '1. ', ''),
    verb,
    list,
    fc.constantFrom('', ' with `tool`', ' before 20% frost'),
  );
  const line = bullet.map(
    ([marker, opens, words, end]) => `${marker}${opens} ${words}${end}${marker === '' ? '.\n' : ''}`,
  );
  const heading = fc
    .tuple(fc.constantFrom('## ', '**'), word)
    .map(([mark, title]) => `\n${mark}${title}${mark === '**' ? ':**' : ''}\n`);
  const body = fc
    .array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: heading }), {
      minLength: 1,
      maxLength: 14,
    })
    .map((lines) => lines.join('\n'));
  /** The first line of the first takes up the others, and stands by itself in the end. */
  const CARRIER_LEAVES = [
    '- Cut soil before 20% frost\nCheck soil with `tool`.\n\n- Check soil',
    `Check soil with \`tool\`.

- Check lime, soil
- Check roses, frost
- Never cut soil, bud before 20% frost
- Check seeds with \`tool\`
Check soil, bud, barrels.
`,
    '- Check roses, lime before 20% frost\n- Never cut frost, soil\n- Check mulch, wasps',
  ];
  const bodies = fc.uniqueArray(body, { minLength: 1, maxLength: 4 });

  test('each unit has one fate; its greater part and its terms are in the result', () => {
    fc.assert(
      fc.property(bodies, (texts) => {
        const { sources, result, text } = compose(texts);
        const bags = new Bags();
        const pieces = splitBody(text).map((unit) => bags.of(unit.text));
        for (const { units } of sources) {
          for (const { id, unit, protectedTerms } of units) {
            expect(result.fates.has(id), id).toBe(true);
            const bag = bags.of(unit.text);
            const held = Math.max(0, ...pieces.map((piece) => containment(bag, piece)));
            // The title of a section whose items stand elsewhere may go with it.
            if (bag.total > 0 && unit.kind !== 'heading')
              expect(held, `${unit.text}\n---\n${text}`).toBeGreaterThanOrEqual(0.5);
            expect(missingTerms(protectedTerms, text), text).toEqual([]);
          }
        }
      }),
      { numRuns: 80, examples: [[CARRIER_LEAVES]] },
    );
  });

  test('every word of the result is a word of a source', () => {
    fc.assert(
      fc.property(bodies, (texts) => {
        const own = new Set([...texts.flatMap(listStems), 'add']);
        expect(listStems(compose(texts).text).filter((said) => !own.has(said))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  /**
   * Of bodies made of a dozen words up to a few in a hundred are exceptions: an item that its author says twice, held where
   * only another author's words brought it. So this is a share, of the same bodies at every run.
   */
  test('what was merged before adds nothing, but for a few in a hundred', () => {
    const says = (text: string) => splitBody(text).map((unit) => unit.text);
    const cases = fc.sample(bodies, { numRuns: 200, seed: 1 });
    const exceptions = cases.filter((texts) => {
      const first = compose(texts).text;
      const again = says(compose([first, texts[0] ?? '']).text).join('\n');
      // Where each says all of the other, the longer one stays.
      return again !== says(first).join('\n') && again !== says(texts[0] ?? '').join('\n');
    });
    expect(exceptions.length).toBeLessThanOrEqual(4);
  });

  test('the same sources give the same body', () => {
    fc.assert(
      fc.property(bodies, (texts) => {
        expect(compose([...texts].reverse()).text).toBe(compose(texts).text);
      }),
      { numRuns: 50 },
    );
  });
});
