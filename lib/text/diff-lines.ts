/** Which lines were added and removed between two texts? */

import { diffLines as diff } from 'diff';

/** Whole lines, with their ends, that stayed, came or went. */
export interface LineChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** After so many milliseconds the remaining difference is given as one block; repetitive texts take seconds else. */
const DEFAULT_TIMEOUT = 200;

/**
 * Compares two texts by lines, in bounded time. The `same` and `removed` parts joined are `before`, the `same` and
 * `added` ones `after`.
 *
 * @example diffLines('a\nb\n', 'a\nc\n').map((change) => change.kind) // ['same', 'removed', 'added']
 */
export function diffLines(before: string, after: string, timeout = DEFAULT_TIMEOUT): LineChange[] {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const oldMiddle = before.slice(head, before.length - tail);
  const newMiddle = after.slice(head, after.length - tail);
  const middle = oldMiddle === '' || newMiddle === '' ? null : diff(oldMiddle, newMiddle, { timeout });
  const changes: LineChange[] = middle
    ? middle.map(({ value, added, removed }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      }))
    : [
        { kind: 'removed', text: oldMiddle },
        { kind: 'added', text: newMiddle },
      ];
  return [
    { kind: 'same' as const, text: before.slice(0, head) },
    ...changes,
    { kind: 'same' as const, text: before.slice(before.length - tail) },
  ].filter((change) => change.text !== '');
}

/** The length of the whole lines that both begin with. */
function commonHead(a: string, b: string): number {
  if (a === b) return a.length;
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at === 0 ? 0 : a.lastIndexOf('\n', at - 1) + 1;
}

/** The length of the whole lines that both end with, beyond `head`. */
function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  const lineStart = a.indexOf('\n', a.length - length - 1);
  if (length === most && startsLine(a, a.length - length) && startsLine(b, b.length - length)) return length;
  return lineStart === -1 || lineStart < head ? 0 : a.length - lineStart - 1;
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || text.charAt(offset - 1) === '\n';
}
