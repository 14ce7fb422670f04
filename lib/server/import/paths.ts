/** Where did a file lie, in words that can be shown? A path is a label here: nothing is ever written to it. */

import { IMPORT_LIMITS } from '@/lib/contract';

/** What would hide, break or turn round what stands beside it. */
const DECEIVING =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu;
const SHOWN_OF_TOO_LONG = 120;

export type ReadPath = { path: string; fault: null } | { path: string; fault: string };

/** Returns the path to show and to keep, and why no file of this path is taken, where that is so. */
export function readPath(raw: string): ReadPath {
  const shown = raw.replaceAll('\\', '/').replace(DECEIVING, '\uFFFD');
  if (raw.length > IMPORT_LIMITS.pathLength) {
    const path = `${[...shown.slice(0, SHOWN_OF_TOO_LONG)].join('')}…`;
    return {
      path,
      fault: `Its path is longer than ${IMPORT_LIMITS.pathLength.toLocaleString('en-US')} characters.`,
    };
  }
  const parts = shown.split('/').filter((part) => part !== '' && part !== '.');
  const path = parts.join('/') || 'no name';
  if (raw.includes('\0')) return { path, fault: 'Its path holds a NUL character.' };
  if (/^(?:[\\/]|[a-z]:)/i.test(raw)) {
    return {
      path: shown,
      fault: 'Its path names a place on a disk instead of one within the archive or folder.',
    };
  }
  if (parts.includes('..')) return { path: shown, fault: 'Its path leads out of the archive or folder.' };
  return { path, fault: null };
}

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The form in which two paths are the same to a file system that ignores case and the way accents are written. */
export const foldPath = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase();
