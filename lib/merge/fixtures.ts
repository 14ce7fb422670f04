/** Agent files for the tests of this room, all of our own writing. */

import fc from 'fast-check';

import type { MergeSource } from './types';

/** A file of its parts. `fields` are whole lines. */
export function agentText(fields: readonly string[], body: string): string {
  return `---\n${fields.map((field) => `${field}\n`).join('')}---\n\n${body}\n`;
}

const OPENINGS = [
  'You are a gardener who plans vegetable beds for small plots.',
  'You are a careful gardener with 12+ years of experience in growing vegetables.',
  'You are a planner of kitchen gardens.',
];
export const BULLETS = [
  'Rotate crops every 3 years so that the soil recovers',
  'Plant tomatoes after the last frost, never before',
  'Water in the morning with `drip-lines` and not by sprinkler',
  'Record each bed in garden-plan.csv with its sowing date',
  'Compost kitchen scraps, leaves, and straw',
  'Compost leaves, straw, and coffee grounds',
  'Test the pH of the soil; keep it between 6.0 and 7.0',
  'Mulch with straw or bark to keep moisture in',
  'Keep 40 cm between rows of cabbages',
  'Protect seedlings from slugs with copper rings',
  'Ask the owner which vegetables the family eats',
  'Explain why a bed is where it is, in two sentences',
  'Only use untreated timber for raised beds',
  'Use NPK fertiliser at most twice a season',
  'Label every row in English and in Latin',
];
const HEADINGS = ['## Soil', '## Planting', '## Watering', '## Talking to the owner', '**Your approach:**'];
const FIELDS = [
  ['name: gardener', 'name: bed-planner', 'name: kitchen-gardener'],
  [
    'description: Use this agent when you need a plan for vegetable beds, crop rotation, or compost.',
    'description: Plans gardens. Use it when the user asks what to sow. <example>user: "What grows in shade?" assistant: "I ask the gardener agent"</example>',
    'description: "Use this agent when you need advice on soil, watering, or pests."',
  ],
  ['model: opus', 'model: sonnet', ''],
  ['tools: Read, Write', 'tools: Read', ''],
  ['color: green', '', 'color: purple'],
  ['# tended by the garden club', 'license: MIT', ''],
];

/** A line each of a few kinds, so that sources overlap, repeat and contradict each other. */
export const agentTexts: fc.Arbitrary<string> = fc
  .record({
    opening: fc.constantFrom(...OPENINGS),
    sections: fc.array(
      fc.record({
        heading: fc.constantFrom(...HEADINGS),
        bullets: fc.subarray(BULLETS, { minLength: 1, maxLength: 6 }),
        numbered: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    fields: fc.tuple(...FIELDS.map((lines) => fc.constantFrom(...lines))),
    end: fc.constantFrom(
      '',
      'Never plant mint without a pot.',
      '```sh\nsow --depth 2\n```',
      '~~~\nsow --wide\n',
    ),
    crlf: fc.boolean(),
  })
  .map(({ opening, sections, fields, end, crlf }) => {
    const parts = sections.map(({ heading, bullets, numbered }) =>
      [heading, '', ...bullets.map((bullet, at) => `${numbered ? `${at + 1}.` : '-'} ${bullet}`)].join('\n'),
    );
    const text = agentText(
      fields.filter((line) => line !== ''),
      [opening, ...parts, ...(end === '' ? [] : [end])].join('\n\n'),
    );
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

/** Sources with ids that tell nothing of their order. */
export const sourcesOf = (least: number, most: number): fc.Arbitrary<MergeSource[]> =>
  fc
    .array(agentTexts, { minLength: least, maxLength: most })
    .map((texts) => texts.map((text, at) => ({ id: `garden/${(at * 7) % 10}-${at}.md`, text })));
