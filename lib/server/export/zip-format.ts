/** Which bytes say what a zip holds? With 64-bit numbers where 16 or 32 bits do not hold them (APPNOTE 4.3 and 4.5.3). */

const SIGNATURES = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator: 0x07064b50,
} as const;

const FULL_16 = 0xffff;
const FULL_32 = 0xffff_ffff;
/** Names are UTF-8; the sizes follow the data. */
const UTF8 = 0x0800;
const SIZES_FOLLOW = 0x0008;
const DEFLATED = 8;
/** Which version of the format is needed: 2.0 for deflated files, 4.5 for 64-bit numbers. */
const V20 = 20;
const V45 = 45;
/** Midnight of 1 January 1980, the first moment that a zip can tell: the same files make the same zip. */
const FIRST_DAY = (1 << 5) | 1;
const UNIX = 3 << 8;
/** A plain file, rw-r--r--. */
const PLAIN_FILE = 0o100644 * 0x1_0000;

/** The data of a file. */
export interface Sum {
  crc: number;
  packed: number;
  size: number;
}

export interface Listed extends Sum {
  name: Uint8Array;
  /** Whether its sizes follow its data. */
  isStreamed: boolean;
  /** Where it begins. */
  offset: number;
}

type Field = [bytes: 2 | 4 | 8, value: number];

function bytesOf(fields: readonly Field[], ...tails: readonly Uint8Array[]): Uint8Array {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const whole = new Uint8Array(tails.reduce((sum, tail) => sum + tail.length, length));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  for (const tail of tails) {
    whole.set(tail, at);
    at += tail.length;
  }
  return whole;
}

const flagsOf = (isStreamed: boolean) => UTF8 | (isStreamed ? SIZES_FOLLOW : 0);
const sizes = ({ crc, packed, size }: Sum): Field[] => [
  [4, crc],
  [4, packed],
  [4, size],
];

/** Returns what stands before a file's data; `sum` is null where it follows. */
export function localHeader(name: Uint8Array, sum: Sum | null): Uint8Array {
  return bytesOf(
    [
      ...([
        [4, SIGNATURES.local],
        [2, V20],
        [2, flagsOf(!sum)],
        [2, DEFLATED],
        [2, 0],
        [2, FIRST_DAY],
      ] as Field[]),
      ...sizes(sum ?? { crc: 0, packed: 0, size: 0 }),
      [2, name.length],
      [2, 0],
    ],
    name,
  );
}

/** Returns what stands behind the data of a file whose sizes were not known before. Throws where 32 bits do not hold them. */
export function descriptor(sum: Sum): Uint8Array {
  if (Math.max(sum.packed, sum.size) >= FULL_32)
    throw new RangeError('A file of a zip is too long: split it.');
  return bytesOf([[4, SIGNATURES.descriptor], ...sizes(sum)]);
}

/** Returns a file's line in the table of contents. */
export function centralHeader({ name, isStreamed, offset, ...sum }: Listed): Uint8Array {
  const isFar = offset >= FULL_32;
  const far: Field[] = [
    [2, 1],
    [2, 8],
    [8, offset],
  ];
  const extra = isFar ? bytesOf(far) : new Uint8Array();
  const version = isFar ? V45 : V20;
  return bytesOf(
    [
      ...([
        [4, SIGNATURES.central],
        [2, UNIX | version],
        [2, version],
        [2, flagsOf(isStreamed)],
        [2, DEFLATED],
        [2, 0],
        [2, FIRST_DAY],
      ] as Field[]),
      ...sizes(sum),
      [2, name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, PLAIN_FILE],
      [4, Math.min(offset, FULL_32)],
    ],
    name,
    extra,
  );
}

/** Returns the end of a zip, whose table of contents has `count` lines and `size` bytes and begins at `offset`. */
export function endOfZip({
  count,
  size,
  offset,
}: {
  count: number;
  size: number;
  offset: number;
}): Uint8Array {
  const isLarge = count >= FULL_16 || size >= FULL_32 || offset >= FULL_32;
  const large: Field[] = [
    ...([
      [4, SIGNATURES.end64],
      [8, 44],
      [2, UNIX | V45],
      [2, V45],
      [4, 0],
      [4, 0],
    ] as Field[]),
    ...([
      [8, count],
      [8, count],
      [8, size],
      [8, offset],
    ] as Field[]),
    ...([
      [4, SIGNATURES.locator],
      [4, 0],
      [8, offset + size],
      [4, 1],
    ] as Field[]),
  ];
  return bytesOf([
    ...(isLarge ? large : []),
    [4, SIGNATURES.end],
    [2, 0],
    [2, 0],
    [2, Math.min(count, FULL_16)],
    [2, Math.min(count, FULL_16)],
    [4, Math.min(size, FULL_32)],
    [4, Math.min(offset, FULL_32)],
    [2, 0],
  ]);
}
