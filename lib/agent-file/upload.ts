/** May these bytes come in as an agent file? */

import { loneSurrogateAt } from '@/lib/text';
import { splitFences } from './fence';

/** Bytes of a file at most. */
export const MAX_FILE_BYTES = 1024 * 1024;
/** Bytes of front matter at most. */
export const MAX_FRONT_MATTER_BYTES = 64 * 1024;

/** The text, byte order mark kept, or why not; `offset` counts bytes for bytes and UTF-16 code units for text. */
export type UploadCheck =
  | { ok: true; text: string }
  | { ok: false; code: UploadFault; message: string; offset: number };

export type UploadFault =
  | 'file-too-large'
  | 'not-utf-8'
  | 'holds-nul'
  | 'half-character'
  | 'front-matter-too-large';

/** Decodes an uploaded file, and refuses what a database would mangle or what is too large. */
export function checkUpload(bytes: Uint8Array): UploadCheck {
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse('file-too-large', 'The file is larger than 1 MiB.', MAX_FILE_BYTES);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const offset = firstBadByte(bytes);
    return refuse('not-utf-8', `The file is not UTF-8 text: byte ${offset} does not belong there.`, offset);
  }
  return checkText(text);
}

/** The same for text that is already decoded, such as pasted or typed text. */
export function checkText(text: string): UploadCheck {
  const nul = text.indexOf('\0');
  if (nul !== -1) return refuse('holds-nul', `The text holds a NUL character at offset ${nul}.`, nul);
  const half = loneSurrogateAt(text);
  if (half !== -1)
    return refuse('half-character', `The text holds half a character at offset ${half}.`, half);
  if (text.length > MAX_FILE_BYTES || byteLength(text) > MAX_FILE_BYTES) {
    return refuse('file-too-large', 'The text is larger than 1 MiB.', text.length);
  }
  const yaml = splitFences(text)?.yaml;
  if (yaml && byteLength(text.slice(yaml.from, yaml.to)) > MAX_FRONT_MATTER_BYTES) {
    return refuse('front-matter-too-large', 'The front matter is larger than 64 KiB.', yaml.from);
  }
  return { ok: true, text };
}

function refuse(code: UploadFault, message: string, offset: number): UploadCheck {
  return { ok: false, code, message, offset };
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Finds the longest start that is UTF-8 by halving; a cut last character at the end of the file is bad too. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isValidStart(bytes, middle + 1)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Says whether the first `length` bytes are UTF-8, of which the last character may be cut. */
function isValidStart(bytes: Uint8Array, length: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    return true;
  } catch {
    return false;
  }
}
