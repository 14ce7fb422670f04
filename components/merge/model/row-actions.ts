/** What can be done with an instruction or a block, and what does each decide? Pure. */

import type { Block, Decision, LedgerEntry } from '@/lib/merge';

import { decisionsOnBlock, decisionsOnUnit, insertionOf } from './decision-list';

/** `decide` and `withdraw` carry decisions; the others are for the board to do. */
export interface RowAction {
  id:
    | 'follow'
    | 'keep'
    | 'split'
    | 'fuse'
    | 'select'
    | 'release'
    | 'quarantine'
    | 'drop'
    | 'edit'
    | 'insert'
    | 'move-up'
    | 'move-down'
    | 'move'
    | 'remove'
    | 'withdraw';
  label: string;
  detail?: string;
  /** As it is said when it was done: "Kept in its own words". */
  said: string;
  decisions?: Decision[];
}

export interface UnitSituation {
  entry: LedgerEntry;
  /** All units of the same block. */
  together: readonly string[];
  selection: ReadonlySet<string>;
  decisions: readonly Decision[];
}

/** What can be done with an instruction of a source, in the order of the menu. */
export function unitActions({ entry, together, selection, decisions }: UnitSituation): RowAction[] {
  const { unit, fate, part, block } = entry;
  const actions: RowAction[] = [];
  if (block !== null) actions.push({ id: 'follow', label: 'Show in the result', said: '' });
  // Fields have values, not words: the cards settle them.
  if (part !== 'front-matter') {
    actions.push(...wordsOf(entry, together, selection));
    const held = fate === 'quarantined';
    actions.push(
      held
        ? {
            id: 'release',
            label: 'Release into the result',
            said: 'Released into the result',
            decisions: [{ kind: 'release', unit }],
          }
        : {
            id: 'quarantine',
            label: 'Leave out: belongs to one project',
            said: 'Left out',
            decisions: [{ kind: 'quarantine', unit }],
          },
    );
    if (fate !== 'dropped')
      actions.push({ id: 'drop', label: 'Drop…', detail: 'With a reason that the ledger keeps', said: '' });
  }
  return [...actions, ...takingBack(decisionsOnUnit(decisions, unit))];
}

const separation = (units: readonly string[]): RowAction => ({
  id: 'split',
  label: `Separate these ${units.length}`,
  detail: 'Each stands by itself',
  said: 'Separated',
  decisions: [{ kind: 'split', units: [...units] }],
});

function wordsOf(
  { unit, fate }: LedgerEntry,
  together: readonly string[],
  selection: ReadonlySet<string>,
): RowAction[] {
  const actions: RowAction[] = [];
  if (fate !== 'kept' || together.length > 1) {
    actions.push({
      id: 'keep',
      label: 'Keep in its own words',
      detail: 'Beside whatever says the same',
      said: 'Kept in its own words',
      decisions: [{ kind: 'keep', unit }],
    });
  }
  if (together.length > 1) {
    actions.push(separation(together));
  }
  const others = [...selection].filter((other) => other !== unit);
  if (others.length > 0) {
    actions.push({
      id: 'fuse',
      label: others.length === 1 ? 'Fuse with the selected one' : `Fuse with the ${others.length} selected`,
      said: `${others.length + 1} fused`,
      decisions: [{ kind: 'fuse', units: [unit, ...others].sort() }],
    });
  }
  actions.push({ id: 'select', label: selection.has(unit) ? 'Unselect' : 'Select for fusing', said: '' });
  return actions;
}

export interface BlockSituation {
  block: Block;
  units: readonly string[];
  isFirst: boolean;
  isLast: boolean;
  decisions: readonly Decision[];
}

/** What can be done with a block of the result, in the order of the menu. */
export function blockActions({ block, units, isFirst, isLast, decisions }: BlockSituation): RowAction[] {
  const actions: RowAction[] = [{ id: 'edit', label: 'Edit the words', said: '' }];
  if (block.kind !== 'front-matter') {
    actions.push({ id: 'insert', label: 'Write below', said: '' });
    if (!isFirst) actions.push({ id: 'move-up', label: 'Move up', said: '' });
    if (!isLast) actions.push({ id: 'move-down', label: 'Move down', said: '' });
    actions.push({ id: 'move', label: 'Move behind…', said: '' });
    if (units.length > 1) {
      actions.push(separation(units));
    }
    actions.push(removal(block, units, decisions));
  }
  if (units.length > 0) actions.unshift({ id: 'follow', label: 'Show where it comes from', said: '' });
  return [...actions, ...takingBack(decisionsOnBlock(decisions, block.id))];
}

/** What sources say is dropped with a reason; what nobody's file says just goes. */
function removal(block: Block, units: readonly string[], decisions: readonly Decision[]): RowAction {
  if (units.length > 0)
    return { id: 'drop', label: 'Drop…', detail: 'With a reason that the ledger keeps', said: '' };
  const inserted = insertionOf(block.id, decisions);
  if (inserted) return { id: 'withdraw', label: 'Take out', said: 'Taken out', decisions: [inserted] };
  return {
    id: 'remove',
    label: 'Take out',
    said: 'Taken out',
    decisions: [{ kind: 'edit', block: block.id, text: '' }],
  };
}

const WITHDRAWALS: Partial<Record<Decision['kind'], string>> = {
  keep: 'No longer keep its own words',
  drop: 'Bring it back',
  release: 'Take back the release',
  quarantine: 'Decide anew whether it is left out',
  split: 'Let them be joined again',
  fuse: 'No longer fuse these',
  edit: 'Back to the merged words',
  move: 'Back to its place',
};

function takingBack(decisions: readonly Decision[]): RowAction[] {
  return decisions.flatMap((decision) => {
    const label = WITHDRAWALS[decision.kind];
    return label ? [{ id: 'withdraw' as const, label, said: label, decisions: [decision] }] : [];
  });
}

/** The decision that moves a block by one place among the blocks of the body; null at the ends. */
export function moveBy(body: readonly string[], block: string, by: 1 | -1): Decision | null {
  const at = body.indexOf(block);
  const to = at + by;
  if (at < 0 || to < 0 || to >= body.length) return null;
  const after = by === 1 ? body[to] : body[to - 1];
  return { kind: 'move', block, after: after ?? null };
}
