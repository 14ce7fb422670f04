import { expect, test } from 'vitest';

import { agentText } from './fixtures';
import { proposeMerge } from './propose';

const FIELDS = ['name: gardener', 'description: Use this agent when you need a plan for beds or compost.'];

/** The body that two bodies become. */
function merged(...bodies: readonly string[]): string {
  const result = proposeMerge(bodies.map((body, at) => ({ id: `${at}.md`, text: agentText(FIELDS, body) })));
  if (!result.ok) throw new Error(result.refusal.message);
  return result.proposal.text.slice(result.proposal.blocks[0]?.range.to);
}

/** Two bodies, what their merge says, and how many items it has. */
const TITLED: readonly [name: string, one: string, other: string, says: string, items: number][] = [
  [
    'examples go below the title that they are examples of',
    '- Implement seed storage mechanisms (jars, tins, envelopes)\n- Sweep the path',
    '- **Seed Storage**: You use jars, cool cellars, labelled shelves, and paper bags.',
    'You use jars, cool cellars, labelled shelves, paper bags, tins, and envelopes.',
    2,
  ],
  [
    'a single word beside what the title names goes along',
    '- Implement frost protection and shading\n- Sweep the path',
    '- **Frost Protection**: Fleece covers, straw mulch, cold frames, and heated mats',
    '**Frost Protection**: Fleece covers, straw mulch, cold frames, heated mats, and shading',
    2,
  ],
  [
    'an item that says more takes the place of one that says less',
    '- Use copper rings to keep slugs off seedlings\n- Sweep the path',
    '- **Slug Defence**: Evening patrols, copper rings, and beer traps',
    'copper rings to keep slugs off seedlings, and beer traps',
    2,
  ],
  [
    'titles about the same make one list',
    '- **Compost Design**: You build hot heaps, worm bins, and turning drums.',
    '- **Compost Development**: Hot heaps, worm bins, and bokashi pails',
    'You build hot heaps, worm bins, turning drums, and bokashi pails.',
    1,
  ],
  [
    'what is designed with something takes up what else it is designed with',
    '- Design herb beds and rose beds with clear paths\n- Sweep the path',
    '- Design rose beds with low hedges and clear paths',
    'Design herb beds and rose beds with clear paths and low hedges',
    2,
  ],
  [
    'what is asked for in other words is asked for once',
    '- Check for wasp nests below the roof\n- Sweep the path',
    '- Look for wasp nests below the roof',
    '- Check for wasp nests below the roof',
    2,
  ],
];

test.each(TITLED)('%s', (_, one, other, says, items) => {
  const text = merged(one, other);
  expect(text).toContain(says);
  expect(text.match(/^- /gm)).toHaveLength(items);
});

/** What stands beside each other under different titles, or is about something else, stays apart. */
const APART: readonly [one: string, other: string, kept: readonly string[]][] = [
  [
    '- Implement frost protection and garden path repairs',
    '- **Frost Protection**: Fleece covers, straw mulch, cold frames',
    ['- **Frost Protection**: Fleece covers, straw mulch, cold frames\n', 'garden path repairs'],
  ],
  [
    '- **Compost**: Turned heaps, sieved loam',
    '- **Compost Sales**: Price lists, market stalls',
    ['- **Compost**: Turned heaps, sieved loam', '- **Compost Sales**: Price lists, market stalls'],
  ],
  [
    '- **Watering**: You water roses, beans, and leeks.',
    '- Never water cacti, moss, or lichens',
    ['You water roses, beans, and leeks.', 'Never water cacti, moss, or lichens'],
  ],
];

test.each(APART)('%s / %s stay apart', (one, other, kept) => {
  const text = `${merged(one, other)}\n`;
  for (const words of kept) expect(text).toContain(words);
});
