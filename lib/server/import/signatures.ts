/** Which kind of archive do these bytes begin? By what they are, whatever the file is called. */

/** Enough of a file to know it by; a tar has its sign at 257. */
export const SIGNATURE_BYTES = 264;

const KINDS: readonly { kind: string; at?: number; bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: '7-Zip', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: 'Zstandard', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { kind: 'tar', at: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72] },
];
const NAMES = /\.(zip|tar|gz|tgz|bz2|xz|7z|rar|zst|jar|war|tbz2?|txz)$/i;

/** Returns the kind of archive that `bytes` begin, or null. A text of "BZh" is taken for one only with what follows there. */
export function archiveKind(bytes: Uint8Array): string | null {
  const found = KINDS.find(({ at = 0, bytes: sign }) => sign.every((byte, i) => bytes[at + i] === byte));
  if (found?.kind === 'bzip2' && !(bytes[4] === 0x31 && bytes[5] === 0x41)) return null;
  return found?.kind ?? null;
}

/** Says whether a file of this name is meant to be an archive. */
export const isNamedArchive = (path: string): boolean => NAMES.test(path);
