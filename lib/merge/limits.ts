/** What is too much to merge at once? */

import { listWords } from '@/lib/text';
import type { ReadSource } from './sources';
import type { MergeRefusal, MergeSource } from './types';

/** As many as the board shows side by side. */
export const MAX_SOURCES = 50;
/** Characters of all sources: fifty agents of a thousand words have four tenths of it. */
export const MAX_CHARACTERS = 1_000_000;
/** Instructions of all sources; the largest family of our collection has under a thousand. */
export const MAX_UNITS = 20_000;

/** Says why these sources cannot be merged, before any of them is read; null when they can. */
export function refuseSources(sources: readonly MergeSource[]): MergeRefusal | null {
  if (sources.length === 0) return { code: 'no-sources', message: 'Name the files that are to become one.' };
  if (sources.length > MAX_SOURCES) {
    return {
      code: 'too-many-sources',
      message: `${sources.length} files are too many for one merge: it takes ${MAX_SOURCES}. Merge some of them first.`,
    };
  }
  const ids = sources.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  if (twice.length > 0) {
    return { code: 'source-twice', message: `${listWords(twice)} is named twice. Name each file once.` };
  }
  const characters = sources.reduce((sum, { text }) => sum + text.length, 0);
  if (characters <= MAX_CHARACTERS) return null;
  return {
    code: 'too-large',
    message: `The files have ${characters.toLocaleString('en')} characters, and a merge takes ${MAX_CHARACTERS.toLocaleString('en')}. Leave out the longest, or merge fewer.`,
  };
}

/** The same once they are read: instructions are what takes time. */
export function refuseUnits(sources: readonly ReadSource[]): MergeRefusal | null {
  const units = sources.reduce((sum, { body, description }) => sum + body.length + description.length, 0);
  if (units <= MAX_UNITS) return null;
  return {
    code: 'too-many-units',
    message: `The files hold ${units.toLocaleString('en')} instructions, and a merge takes ${MAX_UNITS.toLocaleString('en')}. Leave out the longest, or merge fewer.`,
  };
}
