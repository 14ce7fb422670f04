import { describe, expect, test } from 'vitest';

import { agentText, BULLETS } from './fixtures';
import { proposeMerge } from './propose';
import { createTermFinder } from './protected';
import type { Decision, MergeSource, Proposal } from './types';

const merge = (sources: readonly MergeSource[], decisions: readonly Decision[] = []): Proposal => {
  const result = proposeMerge(sources, decisions);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.proposal;
};

const FIELDS = [
  'name: gardener',
  'description: Use this agent when you need a plan for vegetable beds, crop rotation, or compost.',
];
const list = (bullets: readonly string[]) => bullets.map((bullet) => `- ${bullet}`).join('\n');
const body = (bullets: readonly string[]) => `You are a gardener.\n\n## Beds\n\n${list(bullets)}`;
const source = (id: string, bullets: readonly string[], fields: readonly string[] = FIELDS): MergeSource => ({
  id,
  text: agentText(fields, body(bullets)),
});
const holds = (text: string, bullet: string) =>
  (bullet.match(/[\p{L}\p{N}]{4,}/gu) ?? []).every((word) => text.toLowerCase().includes(word.toLowerCase()));

/** One prompt in variants: without some of its lines, in another order, with lines of their own. */
const OWN = [
  'Sow phacelia where a bed lies empty',
  'Draw the shade of walls at noon',
  'Share seeds at the fair in May',
];
const variants: MergeSource[] = [
  source('a.md', BULLETS),
  source('b.md', [...BULLETS].reverse()),
  source(
    'c.md',
    BULLETS.filter((_, at) => at % 2 === 0),
  ),
  source('d.md', [...BULLETS.slice(3, 9), ...OWN]),
];

describe('one prompt in variants', () => {
  test('the merge is their union, hardly longer than the prompt', () => {
    const { text, metrics, conflicts, ledger } = merge(variants);
    for (const bullet of [...BULLETS, ...OWN]) expect([bullet, holds(text, bullet)]).toEqual([bullet, true]);
    expect(conflicts).toEqual([]);
    expect(metrics).toMatchObject({ unitCoverage50: 1, protectedTerms: 1 });
    const words = (of: string) => of.split(/\s+/).length;
    expect(metrics.words).toBeLessThanOrEqual(words(body([...BULLETS, ...OWN])) + 4);
    expect(ledger.filter(({ fate }) => fate === 'quarantined')).toEqual([]);
    const finder = createTermFinder(text);
    for (const term of ['drip-lines', 'garden-plan.csv', 'never before', '40 cm', 'NPK']) {
      expect([term, finder.has(term)]).toEqual([term, true]);
    }
  });

  test('a line that nobody else has survives any number of copies', () => {
    const copies = Array.from({ length: 20 }, (_, at) =>
      source(`${at}.md`, at === 13 ? [...BULLETS, ...OWN] : BULLETS.slice(at % 5)),
    );
    const { text } = merge(copies);
    for (const bullet of OWN) expect(text).toContain(bullet);
  });
});

test('a fence that one file leaves open takes in nothing of another', () => {
  const open = {
    id: 'a.md',
    text: agentText(FIELDS, `${body(BULLETS.slice(0, 8))}\n\n\`\`\`sh\nsow --deep`),
  };
  const other = { id: 'b.md', text: agentText(FIELDS, `${body([])}\n## Seeds\n\n${list(OWN)}`) };
  const { text } = merge([open, other]);
  const again = merge([{ id: 'result.md', text }, open]);
  const kindOf = (bullet: string) => again.ledger.find((entry) => entry.text === bullet)?.kind;
  for (const bullet of OWN) expect([bullet, kindOf(bullet)]).toEqual([bullet, 'bullet']);
  expect(again.text).toBe(text);
});

describe('a file that says all but one thing', () => {
  test.each([
    ['Water the beds in the morning', 'Water the beds in the evening', 'evening'],
    ['Write unit tests for the sprinkler', 'Write integration tests for the sprinkler', 'integration'],
    ['Mulch with straw, bark, and leaves', 'Mulch with straw, bark, and gravel', 'gravel'],
    ['Keep a diary of frost', 'Keep a diary of frost, hail, and storms', 'hail'],
  ])('%s / %s', (one, other, word) => {
    const proposal = merge([
      source('a.md', [...BULLETS, ...OWN, one]),
      source('b.md', [...BULLETS.slice(0, 6), other]),
    ]);
    expect(proposal.text).toContain(word);
  });

  test('is taken as it is when the others say nothing more', () => {
    const whole = {
      id: 'z.md',
      text: agentText(
        ['name: gardener', 'description: Use it for beds.'],
        `${body([...BULLETS, ...OWN])}\n\n1) Odd  blanks`,
      ),
    };
    const { text, ledger } = merge([
      whole,
      source('a.md', BULLETS.slice(2, 7), ['name: gardener', 'description: Use it for beds.']),
    ]);
    expect(text).toBe(whole.text);
    expect(new Set(ledger.filter((entry) => entry.source === 'a.md').map(({ fate }) => fate))).toEqual(
      new Set(['kept', 'contained']),
    );
  });
});

describe('planted contradictions', () => {
  const contradicting: [string, string, string, 'number' | 'polarity', string][] = [
    ['Keep 40 cm between rows of cabbages', 'Keep 60 cm between rows of cabbages', 'cabbages', 'number', ''],
    ['Use fertiliser at most twice a season', 'Use fertiliser at most 4 times a season', '', 'number', ''],
    ['Keep reports under 300 words', 'Keep reports under 200 words', '', 'number', '200'],
    ['Reach at least 80% germination', 'Reach at least 90% germination', '', 'number', '90%'],
    ['Always prune roses in autumn', 'Never prune roses in autumn', '', 'polarity', 'Never'],
    ['Dig over the heavy soil', 'Do not dig over the heavy soil', '', 'polarity', 'Do not'],
    ['Use tabs in bed labels', 'Use spaces in bed labels', '', 'polarity', ''],
  ];
  test.each(contradicting)('%s / %s', (one, other, _key, kind, safe) => {
    const { conflicts, text, ledger } = merge([
      source('a.md', [...OWN, one]),
      source('b.md', [other, ...OWN]),
    ]);
    const found = kind === 'number' && one.includes('twice') ? [] : [kind];
    expect(conflicts.map((conflict) => conflict.kind)).toEqual(found);
    const [conflict] = conflicts;
    if (!conflict) return;
    expect(conflict.options.map(({ value }) => value).sort()).toEqual([one, other].sort());
    const chosen = conflict.options.find(({ id }) => id === conflict.chosen)?.value ?? '';
    if (safe !== '') expect(chosen).toContain(safe);
    expect(text).toContain(chosen);
    const loser = chosen === one ? other : one;
    expect(text).not.toContain(loser);
    expect(ledger.find((entry) => entry.text === loser)).toMatchObject({ fate: 'conflict', target: null });
    expect(conflict.decided).toBe(false);
  });

  test('a person chooses the other side, or keeps both', () => {
    const sources = [
      source('a.md', ['Always prune roses in autumn']),
      source('b.md', ['Never prune roses in autumn']),
    ];
    const [conflict] = merge(sources).conflicts;
    const other = conflict?.options.find(({ id }) => id !== conflict.chosen);
    const decided = merge(sources, [
      { kind: 'choose', conflict: conflict?.id ?? '', option: other?.id ?? '' },
    ]);
    expect(decided.text).toContain('Always prune');
    expect(decided.text).not.toContain('Never prune');
    expect(decided.conflicts[0]?.decided).toBe(true);
    const both = merge(
      sources,
      (conflict?.units ?? []).map((unit): Decision => ({ kind: 'keep', unit })),
    );
    expect(both.text).toContain('Always prune');
    expect(both.text).toContain('Never prune');
    expect(both.conflicts[0]?.decided).toBe(true);
  });

  test('what a losing line says besides its number stays', () => {
    const long =
      'Reach a germination of at least 80% with seeds of beans, and write down weather, moon phase and the depth of every drill';
    const { text, ledger } = merge([
      source('a.md', [...OWN, long]),
      source('b.md', [...OWN, 'Reach at least 90% germination']),
    ]);
    expect(text).toContain('moon phase');
    expect(text).not.toContain('80%');
    expect(ledger.find((entry) => entry.text === long)).toMatchObject({ fate: 'conflict' });
  });

  test.each([
    ['Store keys in a box or a safe', 'Store keys in a safe'],
    ['Never sow without a plan', 'Always make a plan before you sow'],
    ['Water every 2 days in summer', 'Water every 7 days in winter'],
    ['Know beans and Lupin 3.1', 'Know leeks, peas, and Lupin 4.0'],
    ['Give 2 to 4 examples of beds', 'Give 3 examples of beds'],
    ['Never use peat', 'Do not use peat'],
    ['Avoid double labels', 'Remove double labels'],
    ['Refunds for seeds are possible within 30 days', 'Exchanges for seeds are possible within 60 days'],
    ['Avoid watering at noon', 'Water in the morning'],
    ['Follow step 2 for beans', 'Follow step 3 for peas'],
  ])('no contradiction: %s / %s', (one, other) => {
    expect(merge([source('a.md', [one, ...OWN]), source('b.md', [other, ...OWN])]).conflicts).toEqual([]);
  });
});

describe('planted leaks', () => {
  const section = '## For the Quokkaville project specifically\n\n- Put beds by the tram\n- Ask Dana first';
  const sources: MergeSource[] = [
    source('a.md', BULLETS),
    {
      id: 'b.md',
      text: `${agentText(FIELDS, body(BULLETS.slice(4)))}\n${section}\n\n## After\n\n- Sweep the path\n`,
    },
    source('c.md', [
      ...OWN,
      'Use the existing plan in `src/beds/north-plot.ts`',
      'Keep notes under /home/dana/garden',
      'Read CLAUDE.md and package.json first',
    ]),
  ];

  test('are set aside with their reason, and offered', () => {
    const { text, quarantined, ledger } = merge(sources);
    const said = quarantined.map(({ unit }) => ledger.find((entry) => entry.unit === unit)?.text ?? '');
    expect(said.sort()).toEqual(
      [
        'Ask Dana first',
        'For the Quokkaville project specifically',
        'Keep notes under /home/dana/garden',
        'Put beds by the tram',
        'Use the existing plan in `src/beds/north-plot.ts`',
      ].sort(),
    );
    for (const words of ['Quokkaville', 'tram', 'north-plot', '/home/dana'])
      expect(text).not.toContain(words);
    for (const words of ['Sweep the path', 'CLAUDE.md', 'package.json']) expect(text).toContain(words);
    for (const { reason } of quarantined) expect(reason).toMatch(/one project|one machine/);
    const unit = ledger.find((entry) => entry.text === 'Ask Dana first')?.unit ?? '';
    const released = merge(sources, [{ kind: 'release', unit }]);
    expect(released.quarantined).toHaveLength(quarantined.length - 1);
    expect(released.text).toContain('Ask Dana first');
  });

  test('what every source says is what the agent is about', () => {
    const line = 'You plan beds for the Quokkaville project.';
    const both = ['a.md', 'b.md'].map((id, at) => source(id, [line, OWN[at] ?? '']));
    expect(merge(both).quarantined).toEqual([]);
  });
});

test.each([
  'Check https://beds.intern.quokka.local/admin before you sow',
  'See OPS-1182 for the frost of May',
  'This agent is used by the Quokkaville Garden team',
  'Macros for labels are in `quokkaville/labels/macros.yml`',
  'Ask the controller at 192.168.7.12 for the soil',
])('a leak: %s', (line) => {
  const { quarantined } = merge([source('a.md', [...OWN, line]), source('b.md', OWN)]);
  expect(quarantined).toHaveLength(1);
});

test.each([
  'Follow RFC-7231, AES-256, ISO-27001 and ERC-721',
  'Never read settings.local.json or .env.local',
  'Work with the security team and the Design team',
  'Write `config/beds.yml` and `docs/plan.md`',
  'Name tickets like PROJ-123',
])('no leak: %s', (line) => {
  expect(merge([source('a.md', [...OWN, line]), source('b.md', OWN)]).quarantined).toEqual([]);
});
