/** What is the body once people have moved, rewritten and added blocks? */

import type { BodyResult, Piece } from './body-types';
import type { LayoutDecision } from './decisions';
import type { BlockId } from './types';

/** A piece of the result's body; `origin` is `person` for what a person wrote. */
export interface LaidPiece extends Omit<Piece, 'origin'> {
  origin: Piece['origin'] | 'person';
}

export interface Layout {
  pieces: LaidPiece[];
  /** Blocks whose words a person took away. */
  removed: Set<BlockId>;
  rewritten: Set<BlockId>;
  /** Indexes of decisions about blocks that are not there. */
  idle: number[];
}

const IN_LIST: ReadonlySet<string> = new Set(['bullet', 'step', 'row']);

/** Applies moves, edits and insertions in the order in which they were made. */
export function layOut(
  { pieces }: Pick<BodyResult, 'pieces'>,
  decisions: readonly { index: number; decision: LayoutDecision }[],
): Layout {
  const layout: Layout = { pieces: [...pieces], removed: new Set(), rewritten: new Set(), idle: [] };
  for (const { index, decision } of decisions) {
    if (!APPLY[decision.kind](layout, decision as never)) layout.idle.push(index);
  }
  layout.pieces = layout.pieces.filter(({ id }) => !layout.removed.has(id));
  return layout;
}

type Apply<Kind> = (layout: Layout, decision: Extract<LayoutDecision, { kind: Kind }>) => boolean;

const APPLY: { [Kind in LayoutDecision['kind']]: Apply<Kind> } = {
  edit: (layout, { block, text }) => {
    const at = placeOf(layout, block);
    const piece = layout.pieces[at];
    if (!piece) return false;
    const words = text.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
    if (words === '') {
      layout.removed.add(block);
      return true;
    }
    layout.removed.delete(block);
    layout.rewritten.add(block);
    layout.pieces[at] = { ...piece, text: words, origin: 'person' };
    return true;
  },
  move: (layout, { block, after }) => {
    const from = placeOf(layout, block);
    const piece = layout.pieces[from];
    if (!piece || block === after || (after !== null && placeOf(layout, after) === -1)) return false;
    layout.pieces.splice(from, 1);
    put(layout, piece, after);
    return true;
  },
  insert: (layout, { id, after, text }) => {
    const block = `person:${id}`;
    const words = text.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
    const isHere = after === null || after === 'front-matter' || placeOf(layout, after) !== -1;
    if (!isHere || words === '' || placeOf(layout, block) !== -1) return false;
    const kind = /^\s*(?:[-*+]|\d+[.)])\s/.test(words) ? 'bullet' : 'sentence';
    put(layout, { id: block, kind, text: words, spaced: true, units: [], origin: 'person' }, after);
    return true;
  },
};

const placeOf = ({ pieces }: Layout, block: BlockId): number => pieces.findIndex(({ id }) => id === block);

/** Puts a piece behind another, with a blank line wherever a list begins or ends. */
function put(layout: Layout, piece: LaidPiece, after: BlockId | null): void {
  const at = after === null ? 0 : placeOf(layout, after) + 1;
  const previous = layout.pieces[at - 1];
  const next = layout.pieces[at];
  const sameList = previous !== undefined && IN_LIST.has(previous.kind) && previous.kind === piece.kind;
  layout.pieces.splice(at, 0, { ...piece, spaced: !sameList });
  if (next && !(IN_LIST.has(next.kind) && next.kind === piece.kind)) {
    layout.pieces[at + 1] = { ...next, spaced: true };
  }
}
