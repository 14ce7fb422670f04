import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';
import { listStems } from '@/lib/similarity';
import { agentText, agentTexts, sourcesOf } from './fixtures';
import { proposeMerge } from './propose';
import { createTermFinder, listProtected } from './protected';
import { readSources } from './sources';
import type { Decision, MergeSource, Proposal } from './types';

const merge = (sources: readonly MergeSource[], decisions: readonly Decision[] = []): Proposal => {
  const result = proposeMerge(sources, decisions);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.proposal;
};

const RUNS = { numRuns: 40 };

/** The second is longer than the result, because it repeats itself, and has most words of the result's opening. */
const TWO_GARDENERS: MergeSource[] = [
  {
    id: 'planner.md',
    text: agentText(
      ['name: gardener', 'description: Use this agent when you need a plan for vegetable beds.'],
      'You are a planner of kitchen gardens.\n\n## Soil\n\n- Ask the owner which vegetables the family eats',
    ),
  },
  {
    id: 'gardener.md',
    text: agentText(
      ['name: gardener', 'description: Use this agent when you need a plan for vegetable beds.'],
      `You are a gardener who plans vegetable beds for small plots.

## Soil

- Compost leaves, straw, and coffee grounds
- Ask the owner which vegetables the family eats
- Use NPK fertiliser at most twice a season

## Soil

- Compost leaves, straw, and coffee grounds
- Mulch with straw or bark to keep moisture in`,
    ),
  },
];

describe('laws of merging', () => {
  test('one distinct source is returned untouched, whatever it is', () => {
    const texts = fc.oneof(agentTexts, fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), (text, times) => {
        const proposal = merge(Array.from({ length: times }, (_, at) => ({ id: `${at}`, text })));
        expect(proposal.text).toBe(text);
        expect(proposal.conflicts).toEqual([]);
        tiles(proposal);
      }),
      RUNS,
    );
  });

  test('line ends and outer blanks make no second source', () => {
    fc.assert(
      fc.property(agentTexts, (text) => {
        const plain = text.replaceAll('\r\n', '\n');
        // Front matter that Claude Code repairs is lost with carriage returns: then the two are not the same.
        fc.pre(readAgentFile(plain.replaceAll('\n', '\r\n')).verdict.loads);
        const sources = [plain, plain.replaceAll('\n', '\r\n'), `${plain}\n\n`].map((one, at) => ({
          id: `${at}`,
          text: one,
        }));
        const proposal = merge(sources);
        expect(sources.map((one) => one.text)).toContain(proposal.text);
        expect(proposal.sources.filter(({ repeats }) => repeats === null)).toHaveLength(1);
        for (const source of sources) expect(missing(source, proposal)).toEqual([]);
        for (const { source, range, text: said } of proposal.ledger) {
          expect(sources.find(({ id }) => id === source)?.text.slice(range.from, range.to)).toContain(
            said.split(/\s/)[0],
          );
        }
      }),
      RUNS,
    );
  });

  test('the order of the sources does not matter', () => {
    fc.assert(
      fc.property(sourcesOf(2, 5), fc.func(fc.integer()), (sources, weight) => {
        const shuffled = [...sources].sort((a, b) => weight(a.id) - weight(b.id));
        expect(merge(shuffled)).toEqual(merge(sources));
      }),
      RUNS,
    );
  });

  test('every unit of every source has exactly one fate, and its place is in the result', () => {
    fc.assert(
      fc.property(sourcesOf(1, 5), (sources) => {
        const proposal = merge(sources);
        const units = proposal.ledger.map(({ unit }) => unit);
        expect(new Set(units).size).toBe(units.length);
        for (const source of sources) expect(missing(source, proposal)).toEqual([]);
        for (const { fate, target, text, source, range } of proposal.ledger) {
          if (target) expect(target.from < target.to && target.to <= proposal.text.length).toBe(true);
          if (fate === 'kept') expect(target).not.toBeNull();
          const own = sources.find(({ id }) => id === source)?.text.slice(range.from, range.to) ?? '';
          expect(own).toContain(text.split(/\s/)[0]);
        }
        tiles(proposal);
      }),
      RUNS,
    );
  });

  test('the result of several loads, and what is protected is there', () => {
    fc.assert(
      fc.property(sourcesOf(2, 5), (sources) => {
        const { text, ledger, metrics } = merge(sources);
        const file = readAgentFile(text);
        expect(file.verdict).toMatchObject({ loads: true, repaired: false });
        const finder = createTermFinder(`${text}\n${file.effective.description}`);
        for (const { fate, text: said, part } of ledger) {
          if (part !== 'body' || ['quarantined', 'dropped', 'conflict'].includes(fate)) continue;
          expect(listProtected(said).filter((term) => !finder.has(term))).toEqual([]);
        }
        expect(metrics.protectedTerms).toBe(1);
        expect(metrics.unitCoverage50).toBe(1);
      }),
      RUNS,
    );
  });

  test('no word of an instruction is lost, and what it asks for stands where the ledger says', () => {
    fc.assert(
      fc.property(sourcesOf(1, 5), (sources) => {
        expect(unsaid(merge(sources))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('merging the result with one of its sources adds nothing and loses nothing', () => {
    const bodyOf = (of: string) => of.slice(readAgentFile(of).body.from).replaceAll('\r', '');
    fc.assert(
      fc.property(sourcesOf(2, 4), fc.nat(), (sources, pick) => {
        const first = merge(sources);
        const again = merge([
          { id: 'result.md', text: first.text },
          sources[pick % sources.length] as MergeSource,
        ]);
        expect(unsaid(again)).toEqual([]);
        expect(bodyOf(again.text)).toBe(bodyOf(first.text));
        const fieldsOf = ({ text }: Proposal) => ({ ...readAgentFile(text).effective, description: null });
        expect(fieldsOf(again)).toEqual(fieldsOf(first));
      }),
      { ...RUNS, examples: [[TWO_GARDENERS, 1]] },
    );
  });

  test('decisions that make no sense are idle and change nothing', () => {
    fc.assert(
      fc.property(sourcesOf(2, 3), fc.string(), (sources, id) => {
        const gone = `gone-${id}`;
        const decisions: Decision[] = [
          { kind: 'choose', conflict: gone, option: 'x' },
          { kind: 'skeleton', source: gone },
          { kind: 'keep', unit: gone },
          { kind: 'drop', unit: gone, reason: 'x' },
          { kind: 'release', unit: gone },
          { kind: 'quarantine', unit: gone },
          { kind: 'split', units: [gone] },
          { kind: 'fuse', units: [gone, gone] },
          { kind: 'move', block: gone, after: null },
          { kind: 'edit', block: gone, text: 'x' },
          { kind: 'insert', id: 'n', after: gone, text: 'x' },
        ];
        const proposal = merge(sources, decisions);
        const plain = merge(sources);
        expect(proposal.idle).toEqual(decisions.map((_, at) => at));
        expect({ ...proposal, idle: [] }).toEqual({ ...plain, idle: [] });
      }),
      { numRuns: 20 },
    );
  });
});

/** Blocks have every line exactly once, in order. */
function tiles({ text, blocks }: Proposal): void {
  let at = 0;
  for (const { range } of blocks) {
    expect(range.from).toBe(at);
    expect(range.to).toBeGreaterThan(range.from);
    if (range.to < text.length) expect(text.charAt(range.to - 1)).toBe('\n');
    at = range.to;
  }
  if (blocks.length > 0) expect(at).toBe(text.length);
}

/** That an agent is good at what it does nobody has to be told. */
const PRAISE: ReadonlySet<string> = new Set(listStems('careful'));

/**
 * Instructions of bodies with the words of theirs that the result does not have; and those whose first word, which says
 * what to do, does not stand where the ledger points.
 */
function unsaid({ ledger, text }: Proposal): [string, string[]][] {
  const body = new Set(listStems(text.slice(readAgentFile(text).body.from)));
  return ledger.flatMap(({ part, kind, fate, target, text: said }): [string, string[]][] => {
    const isOut = ['quarantined', 'dropped', 'conflict'].includes(fate);
    if (part !== 'body' || kind === 'heading' || isOut) return [];
    const there = new Set(listStems(target ? text.slice(target.from, target.to) : ''));
    const [first = '', ...others] = listStems(said).filter((stem) => !PRAISE.has(stem));
    const lost = [...(there.has(first) ? [] : [first]), ...others.filter((stem) => !body.has(stem))];
    return lost.length === 0 ? [] : [[said, lost]];
  });
}

function missing(source: MergeSource, { ledger }: Proposal): string[] {
  const [read] = readSources([source]).distinct;
  const units = read ? [...read.fields, ...read.description, ...read.body].map(({ id }) => id) : [];
  const there = new Set(ledger.map(({ unit }) => unit));
  return units.filter((unit) => !there.has(unit));
}
