import { describe, expect, it } from 'vitest';
import { BOARD_KEYS } from '@/lib/client/shortcuts/board';
import type { Block, Decision } from '@/lib/merge';

import { commandOf, type Press } from './board-keys';
import { decisionWords, fateWords, formatShare, lineFinder, metersOf, namesOf, quote } from './board-words';
import { isFusedInVain } from './effect';
import { PROPOSAL } from './fixtures';
import { countFates, EVERYTHING, filterLedger } from './ledger-filter';
import { createLights, keyOfField } from './lights';
import {
  acceptanceOf,
  answersTo,
  choiceAt,
  listQuestions,
  nextOpen,
  progressOf,
  stepQuestion,
} from './questions';
import { blockActions, moveBy, type RowAction, type UnitSituation, unitActions } from './row-actions';
import { wordsDecision } from './words-decision';

const open = listQuestions(PROPOSAL, []);
const [model, project] = open;
const chosen: Decision = { kind: 'choose', conflict: 'model', option: '2' };

describe('questions', () => {
  it('are the conflicts, then neighbours that belong to one project as one', () => {
    expect(open.map(({ id }) => id)).toEqual(['model', 'project:two#p1']);
    expect(project?.kind === 'project' && project.entries.map(({ unit }) => unit)).toEqual([
      'two#p1',
      'two#p2',
    ]);
    expect(progressOf(open)).toEqual({ decided: 0, total: 2 });
  });

  it('show a decision at once, before the proposal is made anew', () => {
    const [now] = listQuestions(PROPOSAL, [chosen]);
    expect(now).toMatchObject({ chosen: '2', own: null, decided: true });
    const [own] = listQuestions(PROPOSAL, [{ kind: 'set', key: 'model', value: 'haiku' }]);
    expect(own).toMatchObject({ chosen: null, own: { value: 'haiku' }, decided: true });
  });

  it('stay in the count when what belongs to one project was released', () => {
    const decisions: Decision[] = ['two#p1', 'two#p2'].map((unit) => ({ kind: 'release', unit }));
    const released = {
      ...PROPOSAL,
      quarantined: [],
      ledger: PROPOSAL.ledger.map((entry) =>
        entry.fate === 'quarantined' ? { ...entry, fate: 'kept' as const, block: entry.unit } : entry,
      ),
    };
    const questions = listQuestions(released, decisions);
    expect(questions[1]).toMatchObject({ id: 'project:two#p1', answer: 'release', decided: true });
    expect(progressOf(questions)).toEqual({ decided: 1, total: 2 });
    const [, mixed] = listQuestions(PROPOSAL, [
      { kind: 'release', unit: 'two#p1' },
      { kind: 'quarantine', unit: 'two#p2' },
    ]);
    expect(mixed).toMatchObject({ answer: 'mixed', decided: true });
  });

  it('are walked round the end, beginning with what is open', () => {
    const half = listQuestions(PROPOSAL, [chosen]);
    expect(stepQuestion(half, null, 1)?.id).toBe('project:two#p1');
    expect(stepQuestion(half, 'project:two#p1', 1)?.id).toBe('model');
    expect(stepQuestion(half, 'model', -1)?.id).toBe('project:two#p1');
    expect(nextOpen(half, 'model')?.id).toBe('project:two#p1');
    expect(nextOpen(half, 'project:two#p1')).toBeNull();
    expect(stepQuestion([], null, 1)).toBeNull();
  });

  it('are answered by number, accepted as proposed, and opened again', () => {
    if (!model || !project) throw new Error('no questions');
    expect(choiceAt(model, 2)).toEqual([chosen]);
    expect(choiceAt(model, 9)).toEqual([]);
    expect(acceptanceOf(model)).toEqual([{ ...chosen, option: '1' }]);
    const leave = ['two#p1', 'two#p2'].map((unit) => ({ kind: 'quarantine', unit }));
    expect(choiceAt(project, 1)).toEqual(leave);
    expect(acceptanceOf(project)).toEqual(leave);
    expect(choiceAt(project, 2)).toEqual(leave.map(({ unit }) => ({ kind: 'release', unit })));
    expect(answersTo(model, [chosen, { kind: 'keep', unit: 'x' }])).toEqual([chosen]);
  });
});

describe('lights', () => {
  const lights = createLights(PROPOSAL, open);

  it('light what was fused into the same line, and where it came from', () => {
    expect(lights.of('unit:two#valves')).toEqual([
      'block:one#seals',
      'source:one',
      'source:two',
      'unit:one#seals',
      'unit:two#valves',
    ]);
    expect(lights.of('block:one#seals')).toEqual([
      'block:one#seals',
      'source:one',
      'source:two',
      'unit:one#seals',
      'unit:two#valves',
    ]);
  });

  it('join a card to the fields that it is about, though the front matter is one block', () => {
    const lit = lights.of('unit:one#model');
    expect(lit).toEqual([
      'block:front-matter',
      'card:model',
      'source:one',
      'source:two',
      'unit:one#model',
      'unit:two#model',
    ]);
    expect(lights.of('card:model')).toEqual(lit);
  });

  it('light a card and the instructions that it holds back', () => {
    expect(lights.of('card:project:two#p1')).toEqual([
      'card:project:two#p1',
      'source:two',
      'unit:two#p1',
      'unit:two#p2',
    ]);
  });

  it('know a key as it is written', () => {
    expect([keyOfField('model: opus'), keyOfField('"model" : x'), keyOfField('- a: b')]).toEqual([
      'model',
      'model',
      null,
    ]);
  });
});

describe('words', () => {
  it('say where an instruction stands', () => {
    const lineOf = lineFinder(PROPOSAL.text);
    expect(PROPOSAL.blocks.map(({ range }) => lineOf(range.from))).toEqual([1, 6, 7, 8]);
    expect(fateWords('contained', 7)).toBe('contained in line 7');
    expect(fateWords('conflict', null)).toBe('another was chosen');
  });

  it('never round a loss away', () => {
    expect([1, 0.996, 0.5, 0.002, 0].map(formatShare)).toEqual(['100 %', '99 %', '50 %', '1 %', '0 %']);
    const meters = metersOf(PROPOSAL.metrics, 1020);
    expect(meters.map(({ label, value, attention }) => [label, value, attention])).toEqual([
      ['coverage', '99 %', true],
      ['protected terms', '100 %', false],
      ['redundancy', '1 %', false],
      ['words', '58 %', false],
      ['saves', '≈ 1,020 t', false],
    ]);
    expect(metersOf(PROPOSAL.metrics, -5).at(-1)).toMatchObject({ label: 'costs', value: '≈ 5 t' });
  });

  it.each<[Decision, string]>([
    [chosen, 'Model: sonnet chosen'],
    [{ kind: 'set', key: 'permissionMode', value: null }, 'Permission mode: taken out'],
    [{ kind: 'skeleton', source: 'two' }, 'The order of B is followed'],
    [{ kind: 'drop', unit: 'one#seals', reason: 'known' }, '“Check seals.” of A dropped: known'],
    [{ kind: 'keep', unit: 'gone' }, 'something that is no longer there keeps its own words'],
    [
      { kind: 'move', block: 'two#never', after: null },
      '“- Never open a valve under pressure.” moved to the top',
    ],
    [{ kind: 'edit', block: 'one#role', text: ' ' }, '“You keep pumps running.” taken out'],
  ])('tell a decision', (decision, words) => {
    expect(decisionWords(decision, namesOf(PROPOSAL))).toBe(words);
  });

  it('quote on one line', () => {
    expect(quote(`a\n ${'b'.repeat(80)}`)).toBe(`“a ${'b'.repeat(57)}…”`);
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<Press> = {}) => ({
    key,
    alt: false,
    command: false,
    shift: false,
    ...more,
  });

  it('mean by where the focus is what they mean', () => {
    expect(commandOf(press('Enter'), 'card', true)).toBe('accept');
    expect(commandOf(press('Enter'), 'block', true)).toBe('edit');
    expect(commandOf(press('Enter'), 'unit', true)).toBe('follow');
    expect(commandOf(press('Enter'), null, true)).toBeNull();
    expect(commandOf(press('ArrowUp', { alt: true }), 'block', true)).toBe('move-up');
    expect(commandOf(press('ArrowUp'), 'block', true)).toBe('up');
    expect(commandOf(press('z', { command: true }), null, true)).toBe('undo');
    expect(commandOf(press('z'), null, true)).toBeNull();
  });

  it('change nothing for those who look', () => {
    const changing = ['1', 'u', 'f', 'd', 'p', 'q', 'e', 'i', 'x'];
    for (const key of changing) {
      for (const focus of ['unit', 'block', 'card', null] as const)
        expect(commandOf(press(key), focus, false)).toBeNull();
    }
    expect(commandOf(press('j'), null, false)).toBe('next');
  });

  it('never mean two things in one place', () => {
    for (const focus of ['unit', 'block', 'card', null] as const) {
      const seen = BOARD_KEYS.filter(
        ({ within }) =>
          !within || within === focus || (within === 'row' && focus !== 'card' && focus !== null),
      ).flatMap(({ keys, modifier }) => keys.map((key) => `${modifier ?? ''} ${key}`));
      expect(new Set(seen).size).toBe(seen.length);
    }
  });
});

describe('the ledger', () => {
  it('is filtered by fate, source and words', () => {
    const units = (filter: object) =>
      filterLedger(PROPOSAL.ledger, { ...EVERYTHING, ...filter }).map(({ unit }) => unit);
    expect(units({ fate: 'fused' })).toEqual(['one#seals', 'two#valves']);
    expect(units({ fate: 'fused', source: 'two' })).toEqual(['two#valves']);
    expect(units({ query: 'NORTH read' })).toEqual(['two#p1']);
    expect(units({})).toHaveLength(PROPOSAL.ledger.length);
    expect(countFates(PROPOSAL.ledger).get('quarantined')).toBe(2);
  });
});

describe('what can be done with a row', () => {
  const entryOf = (unit: string) => {
    const entry = PROPOSAL.ledger.find((each) => each.unit === unit);
    if (!entry) throw new Error(unit);
    return entry;
  };
  const unit = (id: string, more: Partial<UnitSituation> = {}) =>
    unitActions({ entry: entryOf(id), together: [], selection: new Set(), decisions: [], ...more });
  const ids = (actions: readonly RowAction[]) => actions.map(({ id }) => id);

  it('depends on what became of it', () => {
    expect(ids(unit('one#role'))).toEqual(['follow', 'select', 'quarantine', 'drop']);
    expect(ids(unit('two#p1'))).toEqual(['keep', 'select', 'release', 'drop']);
    expect(ids(unit('one#seals', { together: ['one#seals', 'two#valves'] }))).toContain('split');
    expect(ids(unit('one#model')), 'a field is settled by its card').toEqual(['follow']);
  });

  it('fuses with what is selected, and takes back what was decided', () => {
    const [fuse] = unit('one#seals', { selection: new Set(['two#never', 'one#seals']) }).filter(
      ({ id }) => id === 'fuse',
    );
    expect(fuse?.decisions).toEqual([{ kind: 'fuse', units: ['one#seals', 'two#never'] }]);
    const drop: Decision = { kind: 'drop', unit: 'one#role', reason: 'x' };
    expect(unit('one#role', { decisions: [drop] }).at(-1)).toMatchObject({
      id: 'withdraw',
      decisions: [drop],
    });
  });

  it('takes out at once what no source says', () => {
    const block = { ...PROPOSAL.blocks[1], id: 'person:7', units: [] } as unknown as Block;
    const situation = { block, units: [], isFirst: true, isLast: false };
    const insert: Decision = { kind: 'insert', id: '7', after: null, text: 'x' };
    expect(ids(blockActions({ ...situation, decisions: [] }))).toEqual([
      'edit',
      'insert',
      'move-down',
      'move',
      'remove',
    ]);
    expect(
      blockActions({ ...situation, decisions: [insert] }).find(({ label }) => label === 'Take out'),
    ).toMatchObject({
      id: 'withdraw',
      decisions: [insert],
    });
  });

  it('moves by one place', () => {
    const body = ['a', 'b', 'c'];
    expect(moveBy(body, 'c', -1)).toEqual({ kind: 'move', block: 'c', after: 'a' });
    expect(moveBy(body, 'b', -1)).toEqual({ kind: 'move', block: 'b', after: null });
    expect(moveBy(body, 'a', 1)).toEqual({ kind: 'move', block: 'a', after: 'b' });
    expect(moveBy(body, 'a', -1)).toBeNull();
    expect(moveBy(body, 'c', 1)).toBeNull();
  });

  it('writes words into a block, below it, or anew into what a person added', () => {
    const insert: Decision = { kind: 'insert', id: '7', after: 'a', text: 'x' };
    const write = (block: string, isInsert: boolean) =>
      wordsDecision(block, 'y', isInsert, [insert], () => '8');
    expect(write('a', false)).toEqual({ kind: 'edit', block: 'a', text: 'y' });
    expect(write('a', true)).toEqual({ kind: 'insert', id: '8', after: 'a', text: 'y' });
    expect(write('person:7', false)).toEqual({ ...insert, text: 'y' });
  });
});

it('sees when instructions could not be put into one line', () => {
  const fuse = (...units: string[]) => isFusedInVain({ kind: 'fuse', units }, PROPOSAL);
  expect(fuse('one#seals', 'two#valves')).toBe(false);
  expect(fuse('one#seals', 'two#never')).toBe(true);
  expect(fuse('one#seals', 'two#p1'), 'one of them is left out').toBe(false);
});
