/** By what name is an instruction known for as long as its source says it? */

import type { UnitId } from './types';

/**
 * Returns the hash of a text as up to eleven letters and digits: 53 bits, so that of 100,000 texts two agree once in
 * a million workspaces.
 */
export function hashText(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
}

/** Makes what names the units of one source, in their order: equal ones get a count. */
export function createUnitNames(
  source: string,
): (part: string, headings: readonly string[], text: string) => UnitId {
  const counts = new Map<string, number>();
  return (part, headings, text) => {
    const hash = hashText([part, ...headings, text].join('\u0000'));
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return count === 1 ? `${source}#${hash}` : `${source}#${hash}.${count}`;
  };
}
