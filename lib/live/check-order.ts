/** Does each piece of an update stand between the two that it names? Otherwise every reader would put it somewhere else. */

import * as Y from 'yjs';

import { isWaiting, sharedText } from './document';
import type { Find, Piece, Place } from './pieces';

/** Between the two that an honest piece names lies what others wrote there meanwhile. A copy costs as much as so many steps. */
const MOST_STEPS = 100_000;

/** `unsure`: it can only be said of a copy of the document that has the update in it. */
export type Order = 'right' | 'wrong' | 'unsure';

/** Says whether the pieces stand where they say; of what is typed by hand, without a copy. */
export function orderOf(doc: Y.Doc, pieces: readonly Piece[], find: Find): Order {
  const steps = { left: MOST_STEPS };
  let order: Order = 'right';
  for (const piece of pieces) {
    const found = orderOfOne(doc, piece, find, steps);
    if (found === 'wrong') return found;
    if (found === 'unsure') order = found;
  }
  return order;
}

function orderOfOne(
  doc: Y.Doc,
  { left, right, client, clock }: Piece,
  find: Find,
  steps: { left: number },
): Order {
  const isThere = (place: Place) => place.clock < Y.getState(doc.store, place.client);
  // What goes back to an earlier piece of its own goes in no circle.
  const isBehind = (place: Place | null) =>
    place === null || isThere(place) || (place.client === client && place.clock < clock);
  if (!isBehind(left) || !isBehind(right)) return 'unsure';
  if (left === null || right === null) return 'right';
  if (isThere(left) && isThere(right)) return isBefore(doc, left, right, steps);
  const [before, after] = [find(left), find(right)];
  if (before && before === after) return left.clock < right.clock ? 'right' : 'wrong';
  const isNext = isSame(before?.right, right) || isSame(after?.left, left);
  return isNext ? 'right' : 'unsure';
}

const isSame = (one: Place | null | undefined, other: Place) =>
  one?.client === other.client && one.clock === other.clock;

const itemAt = ({ store }: Y.Doc, { client, clock }: Place): Y.Item =>
  Y.getItem(store, Y.createID(client, clock));

function isBefore(doc: Y.Doc, left: Place, right: Place, steps: { left: number }): Order {
  const last = itemAt(doc, right);
  let item: Y.Item | null = itemAt(doc, left);
  if (item === last) return left.clock < right.clock ? 'right' : 'wrong';
  while (item) {
    if (item === last) return 'right';
    if (--steps.left < 0) return 'unsure';
    item = item.right;
  }
  return 'wrong';
}

/** As `orderOf`, of a copy of the document into which the update has gone. */
export function isInOrder(copy: Y.Doc, pieces: readonly Piece[]): boolean {
  if (isWaiting(copy)) return false;
  const numbers = new Map<Y.Item, number>();
  for (let item = sharedText(copy)._start; item; item = item.right) numbers.set(item, numbers.size);
  const isInFront = (one: Place | null, other: Place | null) => {
    if (one === null || other === null) return true;
    const [a, b] = [itemAt(copy, one), itemAt(copy, other)];
    if (a === b) return one.clock < other.clock;
    const [first, second] = [numbers.get(a), numbers.get(b)];
    return first !== undefined && second !== undefined && first < second;
  };
  return pieces.every((piece) => isInFront(piece.left, piece) && isInFront(piece, piece.right));
}
