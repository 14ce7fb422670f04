import { describe, expect, it } from 'vitest';

import type { Decision } from '@/lib/merge';

import { groupWords } from './board-words';
import { groupDecisions } from './decision-groups';

const sourceOf = (unit: string) => unit.charAt(0);
const leave = (unit: string): Decision => ({ kind: 'quarantine', unit });
const drop = (unit: string, reason: string): Decision => ({ kind: 'drop', unit, reason });
const colour: Decision = { kind: 'choose', conflict: 'color', option: '1' };

describe('groupDecisions', () => {
  it('joins what was said at once of one source, and loses nothing', () => {
    const decisions = [leave('a1'), leave('a2'), colour, leave('a3'), leave('b1')];
    const groups = groupDecisions(decisions, sourceOf);
    expect(groups.map(({ length }) => length)).toEqual([2, 1, 1, 1]);
    expect(groups.flat()).toEqual(decisions);
  });

  it('tells apart what was dropped for different reasons', () => {
    expect(
      groupDecisions([drop('a1', 'old'), drop('a2', 'old'), drop('a3', 'wrong')], sourceOf),
    ).toHaveLength(2);
  });

  it('never joins choices', () => {
    expect(groupDecisions([colour, { ...colour, conflict: 'model' }], sourceOf)).toHaveLength(2);
  });
});

describe('groupWords', () => {
  const names = {
    unit: (id: string) => ({ text: `Rule ${id}.`, source: sourceOf(id) }),
    block: () => null,
    letter: (source: string) => source.toUpperCase(),
    option: () => 'red',
  };

  it('counts the instructions and names the first', () => {
    expect(groupWords([leave('a1'), leave('a2')], names)).toBe(
      '2 instructions left out, for they belong to one project: “Rule a1.” of A …',
    );
    expect(groupWords([drop('a1', 'old'), drop('a2', 'old')], names)).toBe(
      '2 instructions dropped: old: “Rule a1.” of A …',
    );
  });

  it('says a single decision as it is', () => {
    expect(groupWords([drop('a1', 'old')], names)).toBe('“Rule a1.” of A dropped: old');
    expect(groupWords([colour], names)).toBe('Colour: red chosen');
  });
});
