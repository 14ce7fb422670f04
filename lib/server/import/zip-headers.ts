/** What do the headers of a zip say? Read as they are written; whether they can be believed is asked elsewhere. */

import { viewOf } from './bytes';

export const SIGNATURES = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  archiveExtra: 0x08064b50,
} as const;

export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const METHODS: Record<number, string> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
};

/** What a header tells of an entry's data; with a descriptor and no packed size, only that tells its sizes. */
export interface Told {
  encrypted: boolean;
  hasDescriptor: boolean;
  method: number;
  crc: number;
  packed: number;
  size: number;
}

export interface LocalHeader extends Told {
  nameLength: number;
  extraLength: number;
}

/** Reads the 30 bytes of fixed length. */
export function readLocalHeader(header: Uint8Array): LocalHeader {
  const view = viewOf(header);
  const flags = view.getUint16(6, true);
  return {
    encrypted: (flags & 1) !== 0,
    hasDescriptor: (flags & 8) !== 0,
    method: view.getUint16(8, true),
    crc: view.getUint32(14, true),
    packed: view.getUint32(18, true),
    size: view.getUint32(22, true),
    nameLength: view.getUint16(26, true),
    extraLength: view.getUint16(28, true),
  };
}

const FULL = 0xffff_ffff;

/** Puts in the 64-bit sizes of the extra field, where the header says that they are there. */
export function withZip64<T extends { packed: number; size: number }>(header: T, extra: Uint8Array): T {
  if (header.packed !== FULL && header.size !== FULL) return header;
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      const end = Math.min(at + 4 + length, extra.length);
      const result = { ...header };
      let from = at + 4;
      for (const key of ['size', 'packed'] as const) {
        if (header[key] !== FULL || from + 8 > end) continue;
        result[key] = Number(view.getBigUint64(from, true));
        from += 8;
      }
      return result;
    }
    at += 4 + length;
  }
  return header;
}

/** The length of the descriptor that tells these sizes, with or without signature, of 32 or of 64 bits; 0 when none does. */
export function descriptorLength(
  bytes: Uint8Array,
  { crc, packed, size }: { crc: number; packed: number; size: number },
): number {
  const view = viewOf(bytes);
  const word = (at: number) => view.getUint32(at, true);
  const long = (at: number) => Number(view.getBigUint64(at, true));
  for (const from of [4, 0]) {
    if (bytes.length < from + 12 || word(from) !== crc) continue;
    if (from === 4 && word(0) !== SIGNATURES.descriptor) continue;
    if (word(from + 4) === packed && word(from + 8) === size) return from + 12;
    if (bytes.length < from + 20) continue;
    if (long(from + 4) === packed && long(from + 12) === size) return from + 20;
  }
  return 0;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const oldCode = new TextDecoder('latin1');

/** A name as it was most likely meant: many archives have UTF-8 without saying so. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return oldCode.decode(bytes);
  }
}
