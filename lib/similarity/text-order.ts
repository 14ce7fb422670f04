/** In which order do texts stand by their code units? Most stems are short and plain, and numbers sort ten times as fast. */

/** Digits of a text as a number: 0 where it ends, then 0 to 9 and a to z in their order. */
const BASE = 37;
/** So many digits and a place of up to `MOST` fit a number that is exact, and so do two code units and a place. */
const LONGEST = 7;
const MOST = 2 ** 16;

const digits = new Uint8Array(128);
for (const [at, character] of [...'0123456789abcdefghijklmnopqrstuvwxyz'].entries())
  digits[character.charCodeAt(0)] = at + 1;

/** What is beyond every rank of a short and plain text. */
const PLAIN = BASE ** LONGEST;
/** No plain text begins with this code unit or a later one. */
const BEYOND = PLAIN + ('z'.charCodeAt(0) + 1) * MOST;

/**
 * Returns a number that is larger for a later one of two texts that are short and plain. The others have larger ones, by
 * the two code units with which they begin.
 */
export function rankText(text: string): number {
  let rank = 0;
  for (let at = 0; at < LONGEST; at++) {
    const digit = at < text.length ? (digits[text.charCodeAt(at)] ?? 0) : 0;
    if (text.length > LONGEST || (digit === 0 && at < text.length)) return rankOther(text);
    rank = rank * BASE + digit;
  }
  return rank;
}

function rankOther(text: string): number {
  return PLAIN + text.charCodeAt(0) * MOST + (text.length > 1 ? text.charCodeAt(1) : 0);
}

/** Returns the places of distinct texts in the order of their code units; `rankAt` is what `rankText` says of each. */
export function orderTexts(
  count: number,
  rankAt: (place: number) => number,
  textAt: (place: number) => string,
): number[] {
  const compare = (a: number, b: number) => (textAt(a) < textAt(b) ? -1 : 1);
  const keys = new Float64Array(count);
  for (let place = 0; place < count; place++) keys[place] = rankAt(place) * MOST + place;
  const order: number[] = [];
  if (count <= MOST) for (const key of keys.sort()) order.push(key - Math.floor(key / MOST) * MOST);
  else for (let place = 0; place < count; place++) order.push(place);
  return count <= MOST && sortOthers(order, rankAt, compare) ? order : order.sort(compare);
}

/** Sorts the others that begin alike, which are few; false where one belongs among the plain. */
function sortOthers(
  order: number[],
  rankAt: (place: number) => number,
  compare: (a: number, b: number) => number,
): boolean {
  let from = order.length;
  while (from > 0 && rankAt(order[from - 1] as number) >= PLAIN) from -= 1;
  if (from < order.length && rankAt(order[from] as number) < BEYOND) return false;
  for (let to = from; from < order.length; from = to) {
    const rank = rankAt(order[from] as number);
    while (to < order.length && rankAt(order[to] as number) === rank) to += 1;
    const tied = order.slice(from, to);
    if (tied.length > 1) order.splice(from, tied.length, ...tied.sort(compare));
  }
  return true;
}
