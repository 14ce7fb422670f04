import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Decision } from '@/lib/merge';

import { applyStep, sameDecision, stepAgain, stepFor, stepWithout, undoOf } from './decision-list';

const unit = fc.constantFrom('a#1', 'a#2', 'b#1', 'b#2');
const units = fc.uniqueArray(unit, { minLength: 2, maxLength: 4 });
const block = fc.constantFrom('a#1', 'b#1', 'person:1');
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    kind: fc.constant('choose' as const),
    conflict: fc.constantFrom('model', 'color'),
    option: fc.constantFrom('1', '2'),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    key: fc.constantFrom('model' as const, 'name' as const),
    value: fc.constantFrom('x', null),
  }),
  fc.record({ kind: fc.constantFrom('keep' as const, 'release' as const, 'quarantine' as const), unit }),
  fc.record({ kind: fc.constant('drop' as const), unit, reason: fc.constantFrom('twice', 'wrong') }),
  fc.record({ kind: fc.constantFrom('split' as const, 'fuse' as const), units }),
  fc.record({ kind: fc.constant('move' as const), block, after: fc.option(block) }),
  fc.record({ kind: fc.constant('edit' as const), block, text: fc.constantFrom('one', '') }),
);
const list = fc
  .array(decision, { maxLength: 12 })
  .map((all) => all.reduce<Decision[]>((now, next) => applyStep(now, stepFor(now, [next])), []));

describe('stepFor', () => {
  it.each<[string, Decision, Decision]>([
    [
      'another choice',
      { kind: 'choose', conflict: 'model', option: '1' },
      { kind: 'choose', conflict: 'model', option: '2' },
    ],
    [
      'a value of one’s own',
      { kind: 'choose', conflict: 'model', option: '1' },
      { kind: 'set', key: 'model', value: 'haiku' },
    ],
    ['a drop', { kind: 'release', unit: 'a#1' }, { kind: 'drop', unit: 'a#1', reason: 'wrong' }],
    ['a fusion', { kind: 'split', units: ['a#1', 'b#1'] }, { kind: 'fuse', units: ['b#1', 'a#1'] }],
    [
      'a separation',
      { kind: 'fuse', units: ['a#1', 'b#1'] },
      { kind: 'split', units: ['a#1', 'b#1', 'b#2'] },
    ],
    ['other words', { kind: 'edit', block: 'a#1', text: 'x' }, { kind: 'edit', block: 'a#1', text: 'y' }],
    [
      'another place',
      { kind: 'move', block: 'a#1', after: null },
      { kind: 'move', block: 'a#1', after: 'b#1' },
    ],
  ])('%s takes the place of what was decided before', (_, before, after) => {
    expect(applyStep([before], stepFor([before], [after]))).toEqual([after]);
  });

  it('leaves decisions about other things alone', () => {
    const before: Decision[] = [
      { kind: 'choose', conflict: 'color', option: '1' },
      { kind: 'keep', unit: 'a#2' },
      { kind: 'split', units: ['a#1', 'b#1', 'b#2'] },
    ];
    const next: Decision = { kind: 'fuse', units: ['a#1', 'b#1'] };
    expect(applyStep(before, stepFor(before, [next]))).toEqual([...before, next]);
  });

  it('a release keeps the wish for the own words', () => {
    const keep: Decision = { kind: 'keep', unit: 'a#1' };
    const release: Decision = { kind: 'release', unit: 'a#1' };
    expect(applyStep([keep], stepFor([keep], [release]))).toEqual([keep, release]);
  });

  it('is empty when the same was decided already', () => {
    fc.assert(
      fc.property(list, decision, (before, next) => {
        const after = applyStep(before, stepFor(before, [next]));
        expect(after.some((each) => sameDecision(each, next))).toBe(true);
        expect(applyStep(after, stepFor(after, [next]))).toEqual(after);
      }),
    );
  });
});

describe('undoOf', () => {
  it('gives back the very list, order and all', () => {
    fc.assert(
      fc.property(list, fc.array(decision, { minLength: 1, maxLength: 3 }), (before, next) => {
        const step = stepFor(before, next);
        expect(applyStep(applyStep(before, step), undoOf(step))).toEqual(before);
      }),
    );
  });

  it('brings back what was taken out, where it was', () => {
    fc.assert(
      fc.property(list, fc.nat(), (before, at) => {
        const gone = before[at % Math.max(1, before.length)];
        const step = stepWithout(before, gone ? [gone] : []);
        expect(applyStep(applyStep(before, step), undoOf(step))).toEqual(before);
      }),
    );
  });
});

describe('stepAgain', () => {
  it('takes the place of what somebody else decided of the same thing', () => {
    const mine: Decision = { kind: 'choose', conflict: 'model', option: '1' };
    const theirs: Decision[] = [
      { kind: 'keep', unit: 'a#1' },
      { kind: 'choose', conflict: 'model', option: '2' },
    ];
    const step = stepFor([], [mine]);
    expect(applyStep(theirs, stepAgain(theirs, step))).toEqual([theirs[0], mine]);
  });

  it('passes over what is gone already', () => {
    const old: Decision = { kind: 'keep', unit: 'a#1' };
    const step = stepWithout([old], [old]);
    expect(applyStep([], stepAgain([], step))).toEqual([]);
  });
});

it('knows a decision again whatever the order of its keys', () => {
  expect(sameDecision({ kind: 'edit', block: 'a', text: 'x' }, { text: 'x', kind: 'edit', block: 'a' })).toBe(
    true,
  );
});
