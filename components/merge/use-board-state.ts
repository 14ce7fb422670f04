'use client';
/** What does an open board know and do? Joins the data, what was decided, and where one looks. */

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';

import type { BoardActs, BoardContextValue, Column, Editing, Wanted } from './board-context';
import { lineFinder, namesOf } from './model/board-words';
import { createLights } from './model/lights';
import { listQuestions, progressOf } from './model/questions';
import { moveBy } from './model/row-actions';
import type { Overlay } from './overlays';
import { type BoardDataOptions, useBoardData } from './use-board-data';
import { findRow, focusRow } from './use-board-keys';
import { useKeptFocus } from './use-kept-focus';

export function useBoardState(options: BoardDataOptions, root: RefObject<HTMLElement | null>) {
  const data = useBoardData(options);
  const { session, state } = data;
  const { board } = options;
  const { proposal } = board;
  const { decisions } = state;
  const [said, say] = useState('');
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set<string>());
  const [shownSource, showSource] = useState(proposal.sources[0]?.id ?? '');
  const [column, showColumn] = useState<Column>('result');
  const [editing, setEditing] = useState<Editing | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);

  const questions = useMemo(() => listQuestions(proposal, decisions), [proposal, decisions]);
  const maps = useMemo(
    () => ({
      entries: new Map(proposal.ledger.map((entry) => [entry.unit, entry])),
      blocks: new Map(proposal.blocks.map((block) => [block.id, block])),
      sources: new Map(proposal.sources.map((source) => [source.id, source])),
      lineOf: lineFinder(proposal.text),
      names: namesOf(proposal),
    }),
    [proposal],
  );
  const lights = useMemo(() => createLights(proposal, questions), [proposal, questions]);
  const body = proposal.blocks.filter(({ kind }) => kind !== 'front-matter').map(({ id }) => id);

  function reveal(kind: Wanted['kind'], id: string) {
    const source = kind === 'unit' ? maps.entries.get(id)?.source : null;
    if (source) showSource(source);
    showColumn(COLUMN_OF[kind]);
    setWanted({ kind, id });
  }
  useFocusOn(root, wanted, () => setWanted(null));
  useKeptFocus(root, proposal);

  const told = (words: string) => {
    const { decided, total } = progressOf(listQuestions(proposal, session.getState().decisions));
    say(`${words}. ${decided} of ${total} decided.`);
  };
  const acts: BoardActs = {
    say,
    decide: (words, ...added) => session.decide(...added) && told(words),
    withdraw: (words, ...gone) => session.withdraw(...gone) && told(words),
    undo: () => (session.undo() ? told('Undone') : say('Nothing to undo')),
    redo: () => (session.redo() ? told('Done again') : say('Nothing to do again')),
    toggleSelected: (unit) => {
      const next = new Set(selection);
      if (!next.delete(unit)) next.add(unit);
      setSelection(next);
      say(`${next.size} selected`);
    },
    clearSelection: () => setSelection(new Set<string>()),
    showSource,
    showColumn,
    reveal,
    follow: (target) => {
      const found =
        target.kind === 'unit'
          ? lights.blockOf(target.id)
          : firstUnit(lights.unitsOf(target.id), shownSource);
      if (found) reveal(target.kind === 'unit' ? 'block' : 'unit', found);
      else say(target.kind === 'unit' ? 'It is not in the result' : 'It comes from no source');
    },
    edit: (block) => setEditing(block === null ? null : { block, insert: false }),
    insertBelow: (block) => setEditing({ block, insert: true }),
    move: (block, by) => {
      const decision = moveBy(body, block, by);
      if (decision) acts.decide(by === 1 ? 'Moved down' : 'Moved up', decision);
    },
    openMenu: (target, anchor) => setOverlay({ kind: 'menu', target, anchor }),
    openDrop: (units) => setOverlay({ kind: 'drop', units }),
    openMove: (block) => setOverlay({ kind: 'move', block }),
  };
  const firstUnit = (units: readonly string[], source: string) =>
    units.find((unit) => maps.entries.get(unit)?.source === source) ?? units[0] ?? null;

  const value: BoardContextValue = {
    workspace: options.workspace,
    board,
    canEdit: board.canEdit && board.status === 'draft',
    decisions,
    stale: data.stale,
    questions,
    lights,
    ...maps,
    selection,
    shownSource,
    column,
    editing,
    wanted,
    acts: useStable(acts),
  };
  return { value, data, said, overlay, setOverlay };
}

/** The same functions for the life of the board, so that rows are not rendered anew for them; they do what the last ones do. */
function useStable(acts: BoardActs): BoardActs {
  const latest = useRef(acts);
  latest.current = acts;
  const [stable] = useState(() => {
    const names = Object.keys(acts) as (keyof BoardActs)[];
    const call =
      (name: keyof BoardActs) =>
      (...given: unknown[]) =>
        (latest.current[name] as (...given: unknown[]) => void)(...given);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as BoardActs;
  });
  return stable;
}

const COLUMN_OF: Record<Wanted['kind'], Column> = { unit: 'sources', block: 'result', card: 'decide' };

/** The row may have to come onto the page first: a column is opened, a list shows more. */
const MOST_FRAMES = 10;

function useFocusOn(root: RefObject<HTMLElement | null>, wanted: Wanted | null, done: () => void): void {
  const finish = useRef(done);
  finish.current = done;
  useEffect(() => {
    if (!wanted) return;
    let frame = 0;
    let handle = requestAnimationFrame(function look() {
      const row = findRow(root.current, wanted.kind, wanted.id);
      if (!row && ++frame < MOST_FRAMES) {
        handle = requestAnimationFrame(look);
        return;
      }
      focusRow(row, 'center');
      finish.current();
    });
    return () => cancelAnimationFrame(handle);
  }, [root, wanted]);
}
