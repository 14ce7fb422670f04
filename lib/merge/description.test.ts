import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';
import { agentText } from './fixtures';
import { proposeMerge } from './propose';
import type { Proposal } from './types';

function merge(...described: (string | [name: string, description: string])[]): Proposal {
  const sources = described.map((one, at) => {
    const [name, description] = typeof one === 'string' ? ['gardener', one] : one;
    const value = JSON.stringify(description);
    return {
      id: `${at}.md`,
      text: agentText([`name: ${name}`, `description: ${value}`], `Bed ${'abcdefghij'.charAt(at)}.`),
    };
  });
  const result = proposeMerge(sources);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.proposal;
}
const described = (proposal: Proposal) => readAgentFile(proposal.text).effective.description ?? '';
const fates = ({ ledger }: Proposal) =>
  ledger.filter(({ part }) => part === 'description').map(({ fate }) => fate);
const example = (user: string, name = 'gardener', context = '') =>
  `<example>${context && `Context: ${context} `}user: "${user}" assistant: "I ask the ${name} agent." <commentary>It is the ${name}'s work.</commentary></example>`;

describe('sentences', () => {
  test('the same description twice stays as it is', () => {
    const text = 'Use this agent when beds must be planned.\n\nAnd also:  odd   blanks.';
    expect(described(merge(text, text))).toBe(text);
  });

  test('occasions of several become one list, each once', () => {
    const proposal = merge(
      'Use this agent when you need to plan vegetable beds.',
      'Use this agent when you need advice on crop rotation, soil tests, or compost.',
      'This includes pruning roses, soil tests, and planning vegetable beds.',
    );
    expect(described(proposal)).toBe(
      'Use this agent when you need to plan vegetable beds. This includes pruning roses, soil tests, crop rotation, and compost.',
    );
    expect([...fates(proposal)].sort()).toEqual(['fused', 'fused', 'kept']);
  });

  test('what is stressed keeps its own sentence, and its condition', () => {
    const text = described(
      merge(
        'Use this agent when you need to plan beds.',
        'Use PROACTIVELY after every frost. Never use it for indoor plants.',
        'MUST BE USED before the first sowing.',
      ),
    );
    for (const words of [
      'PROACTIVELY after every frost',
      'Never use it for indoor plants',
      'MUST BE USED before',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('a description that says all is taken whole', () => {
    const whole =
      'Use this agent when you need advice on crop rotation, soil tests, or compost. It answers in Latin.';
    const proposal = merge(whole, 'Use this agent when you need advice on soil tests, or compost.');
    expect(described(proposal)).toBe(whole);
    expect([...fates(proposal)].sort()).toEqual(['contained', 'kept', 'kept']);
  });

  test('quotes, folded lines and escapes: each unit is found in its file', () => {
    const text =
      '---\nname: gardener\ndescription: >-\n  Use it\n  when it\'s cold.\n  Never: in\n  "May".\n---\n\nx\n';
    const other = "---\nname: gardener\ndescription: 'It''s for frost. And \"rain\".'\n---\n\ny\n";
    const result = proposeMerge([
      { id: 'a', text },
      { id: 'b', text: other },
    ]);
    if (!result.ok) throw new Error();
    const said = result.proposal.ledger.filter(({ part }) => part === 'description');
    const sources: Record<string, string> = { a: text, b: other };
    expect(
      said
        .map(({ source, range }) => sources[source]?.slice(range.from, range.to).replace(/\s+/g, ' '))
        .sort(),
    ).toEqual(["Use it when it's cold.", 'Never: in "May".', "It''s for frost.", 'And "rain".'].sort());
  });
});

describe('examples', () => {
  test('near-duplicates stand once', () => {
    const proposal = merge(
      `Use it for beds. ${example('Where do I plant tall beans this year?')}`,
      `Use it for trees. ${example('Where do I plant tall beans this year, please?')}`,
    );
    expect(described(proposal).match(/<example>/g)).toHaveLength(1);
    expect([...fates(proposal)].sort()).toEqual(['contained', 'kept', 'kept', 'kept']);
  });

  test('four stand whole; of the others the request stays', () => {
    const asked = ['sow beans', 'prune roses', 'stop slugs', 'store apples', 'dig ponds', 'mow hay'];
    const proposal = merge(
      `Use it for beds. ${asked
        .slice(0, 3)
        .map((what) => example(`How do I ${what}?`))
        .join(' ')}`,
      `Use it for trees. ${asked
        .slice(3)
        .map((what) => example(`How do I ${what}?`))
        .join(' ')}`,
    );
    const text = described(proposal);
    expect(text.match(/<example>/g)).toHaveLength(4);
    for (const what of asked) expect(text).toContain(`"How do I ${what}?"`);
    const requests = proposal.ledger.filter(({ reason }) => reason.startsWith('Its request stands'));
    expect(requests).toHaveLength(2);
    for (const { target } of requests) {
      expect(proposal.text.slice(target?.from, target?.to)).toMatch(/^"How do I .*\?"$/);
    }
    expect(proposal.quarantined).toEqual([]);
  });

  test('they call the agent by its name in the result, and are in one layout', () => {
    const proposal = merge(
      ['plot-planner', `Use it for beds. ${example('Sow beans?', 'plot-planner')}`],
      ['gardener', 'Use it for trees.'],
      ['gardener', `Use it for hedges. ${example('Cut the hedge?', 'gardener')}`],
    );
    const text = described(proposal);
    expect(text).not.toContain('plot-planner');
    expect(text).toContain(
      'user: "Sow beans?"\nassistant: "I ask the gardener agent."\n<commentary>\nIt is the gardener\'s work.',
    );
    expect(proposal.ledger.find(({ text: said }) => said.includes('Sow beans'))?.fate).toBe('fused');
  });

  test('further turns are not lost', () => {
    const long = '<example>user: "One?" assistant: "Two." user: "Three?" assistant: "Four."</example>';
    expect(described(merge(`Use it for beds. ${long}`, 'Use it for trees.'))).toContain('Three?');
  });
});

test('no description anywhere: the result has one and loads', () => {
  const bare = ['a', 'b'].map((id) => ({ id, text: `---\nname: bed-planner\n---\n\nPlan ${id}.\n` }));
  const result = proposeMerge(bare);
  if (!result.ok) throw new Error();
  expect(readAgentFile(result.proposal.text)).toMatchObject({
    verdict: { loads: true },
    effective: { description: 'Use this agent for the work of bed planner.' },
  });
});

describe('a description that costs little in every session', () => {
  test('a request for what the sentences name is not said again', () => {
    const proposal = merge(
      `Use this agent when you need help with pruning roses, storing apples, or soil tests. ${['sow beans', 'stop slugs', 'dig ponds'].map((what) => example(`How do I ${what}?`)).join(' ')}`,
      `Use it for trees. ${['mow hay', 'bind ropes'].map((what) => example(`How do I ${what}?`)).join(' ')} ${example('I need help with soil tests')} ${example('Can you stop 9 voles?')}`,
    );
    const text = described(proposal);
    expect(text).not.toContain('"I need help with soil tests"');
    expect(
      proposal.ledger.find(
        ({ text: said }) => said.includes('soil tests</') || said.includes('with soil tests"'),
      ),
    ).toMatchObject({
      fate: 'contained',
    });
    // What names a number is never held to be said by others.
    expect(text).toContain('9 voles');
  });

  test('of long examples fewer stand whole, of each the request', () => {
    const asked = ['sow beans', 'prune roses', 'stop slugs', 'store apples', 'dig ponds'];
    const long = asked.map((what) => example(`How do I ${what}?`, 'gardener', `${what}. `.repeat(50)));
    const text = described(
      merge(`Use it for beds. ${long.slice(0, 3).join(' ')}`, `Use it. ${long.slice(3).join(' ')}`),
    );
    expect(text.match(/<example>/g)).toHaveLength(2);
    for (const what of asked) expect(text).toContain(`How do I ${what}?`);
  });

  test('the same occasion in another form is named once', () => {
    const text = described(
      merge(
        'Use this agent when you need to plan beds. This includes designing ponds, soil tests, and mulch.',
        'Use this agent when you need to plan beds. This includes pond design, hedges, and mulch.',
      ),
    );
    expect(text.match(/pond/g)).toHaveLength(1);
    expect(text).toContain('hedges');
  });
});
