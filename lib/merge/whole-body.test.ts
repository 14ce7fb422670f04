import { describe, expect, test } from 'vitest';

import { agentText } from './fixtures';
import { proposeMerge } from './propose';
import type { Proposal } from './types';

const FIELDS = ['name: gardener', 'description: Use this agent when you need a plan for vegetable beds.'];
const OPENING = 'You are a gardener who plans vegetable beds for small plots.';

function merge(...bodies: readonly string[]): Proposal {
  const result = proposeMerge(
    bodies.map((body, at) => ({ id: `${at}.md`, text: agentText(FIELDS, body) })),
    [],
  );
  if (!result.ok) throw new Error(result.refusal.message);
  return result.proposal;
}

const LONG = `${OPENING}

## Work

- Ask the owner which vegetables the family eats
- Record each bed in garden-plan.csv with its sowing date
- Mulch with straw or bark to keep moisture in`;

describe('a body that stands for all', () => {
  test('says what the others say, item by item, and is taken byte for byte', () => {
    const { text, ledger } = merge(
      LONG,
      `${OPENING}\n\n* Ask which vegetables the family eats\n* Mulch with straw or bark`,
    );
    expect(text).toContain(LONG);
    const said = ledger.find(({ text: words }) => words === 'Mulch with straw or bark');
    expect(said?.fate).toBe('contained');
    expect(text.slice(said?.target?.from, said?.target?.to)).toBe(
      '- Mulch with straw or bark to keep moisture in',
    );
  });

  test.each([
    [
      'forbids',
      '- Never water the seedlings of leeks and cabbages at noon',
      'Water the seedlings of leeks and cabbages',
    ],
    [
      'turns round',
      '- Open the cold frame before each frosty night',
      'Close the cold frame before each frosty night',
    ],
  ])('not one that %s what another asks for', (_, has, asks) => {
    const { text } = merge(`${LONG}\n\n${has}`, `${OPENING}\n\n- ${asks}`);
    expect(text).toMatch(new RegExp(`^- ${asks}$`, 'm'));
    expect(text).toContain(has);
  });

  test('not one that says of one situation what another says of all', () => {
    const line = '- Check the planting distances of all cabbages';
    const { text } = merge(`${LONG}\n\n## When reviewing a plan\n\n${line}`, `${OPENING}\n\n${line}`);
    expect(text).toContain(line);
    expect(text).not.toContain('When reviewing');
  });

  test('not one that lacks a title that the other gives the agent', () => {
    const both = `${OPENING.slice(0, -1)}, and a planner of kitchen gardens.`;
    const { text } = merge(LONG, `${both}\n\n- Ask the owner which vegetables the family eats`);
    expect(text).toContain('a planner of kitchen gardens');
  });

  test('of two that say the same, the one in whose words less is lost', () => {
    const repeats = `${LONG}\n\n## Talk\n\n- Ask the owner which vegetables the family eats\n- Mulch with straw or bark`;
    const exact = LONG.replace('sowing date', 'sowing date and its owner');
    expect(merge(repeats, exact).text).toContain(exact);
  });
});

test('a list is not shortened by a first item whose first word may be the verb of all', () => {
  const body = (...lines: string[]) => `${OPENING}\n\n## Soil\n\n${lines.join('\n')}`;
  const { text } = merge(
    body('- Compost kitchen scraps, leaves, and straw', '- Label every row in English and in Latin'),
    `${body('- Explain why a bed is where it is, in two sentences')}\n\n## Soil\n\n- Compost kitchen scraps, leaves, and straw\n- Label every row in English and in Latin`,
    body('- Compost leaves, straw, and coffee grounds', '- Use NPK fertiliser at most twice a season'),
  );
  for (const line of text.split('\n').filter((one) => one.includes('coffee grounds')))
    expect(line).toMatch(/^- Compost /);
});
