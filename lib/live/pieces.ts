/** What does an update put where? Its pieces of text, each between two characters that it names. */

import * as Y from 'yjs';

export interface Place {
  client: number;
  clock: number;
}

/** Some characters that follow each other; `left` and `right` are those between which they stand. */
export interface Piece extends Place {
  length: number;
  left: Place | null;
  right: Place | null;
  /** Null where they were deleted before they came. */
  text: string | null;
}

export function pieceOf({ id, length, origin, rightOrigin, content }: Y.Item): Piece {
  const text = content instanceof Y.ContentString ? content.str : null;
  return { client: id.client, clock: id.clock, length, left: origin, right: rightOrigin, text };
}

/** Finds the piece that has a character. Those of one client have to follow each other. */
export type Find = (place: Place | null) => Piece | undefined;

/** Returns how to find pieces. */
export function finderOf(pieces: readonly Piece[]): Find {
  const byClient = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const own = byClient.get(piece.client);
    if (own) own.push(piece);
    else byClient.set(piece.client, [piece]);
  }
  return (place) => {
    const own = place && byClient.get(place.client);
    if (!own) return;
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.clock ?? 0) <= place.clock) low = middle + 1;
      else high = middle;
    }
    const piece = own[low - 1];
    return piece && place.clock < piece.clock + piece.length ? piece : undefined;
  };
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** Does the update come between the two halves of a character, or take one of them? Yjs would put signs in their place. */
export function cutsCharacter(
  doc: Y.Doc,
  pieces: readonly Piece[],
  find: Find,
  { clients }: ReturnType<typeof Y.decodeUpdate>['ds'],
): boolean {
  const codeAt = (place: Place) => {
    const own = find(place);
    return own ? (own.text ?? '').charCodeAt(place.clock - own.clock) : storedCode(doc, place);
  };
  const endsHigh = (place: Place | null) => place !== null && isHigh(codeAt(place));
  const beginsLow = (place: Place | null) => place !== null && isLow(codeAt(place));
  if (pieces.some(({ left, right }) => endsHigh(left) || beginsLow(right))) return true;
  for (const [client, ranges] of clients) {
    for (const { clock, len } of ranges)
      if (beginsLow({ client, clock }) || endsHigh({ client, clock: clock + len - 1 })) return true;
  }
  return false;
}

/** NaN, which is half of nothing, where a character was deleted or is not there yet. */
function storedCode({ store }: Y.Doc, { client, clock }: Place): number {
  if (clock >= Y.getState(store, client)) return Number.NaN;
  const { content, id }: Y.Item = Y.getItem(store, Y.createID(client, clock));
  return content instanceof Y.ContentString ? content.str.charCodeAt(clock - id.clock) : Number.NaN;
}
