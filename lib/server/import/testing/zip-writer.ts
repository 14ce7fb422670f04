/** Which zips do the tests read? Any, lies and traps among them, as no honest program would write them. */

import { deflateRawSync } from 'node:zlib';

import { crc32, joinBytes } from '../bytes';

export interface ZipPart {
  name: string | Uint8Array;
  data?: Uint8Array | string;
  /** 8, deflated, by default; 0 stores. */
  method?: number;
  flags?: number;
  /** Sizes are told behind the data only. */
  streamed?: boolean;
  /** What the headers tell instead of the truth. */
  local?: Partial<Told>;
  descriptor?: Partial<Told>;
  central?: Partial<Told> & { name?: string; offset?: number };
  /** Not in the table of contents. */
  unlisted?: boolean;
  /** The packed bytes themselves. */
  packed?: Uint8Array;
  /** The mode of a file on Unix. */
  mode?: number;
  /** 64-bit sizes. */
  zip64?: boolean;
}

interface Told {
  crc: number;
  packed: number;
  size: number;
}

const encoder = new TextEncoder();
const bytesOf = (data: string | Uint8Array) => (typeof data === 'string' ? encoder.encode(data) : data);
const FULL = 0xffff_ffff;

/** Writes numbers as a zip has them: pairs of width in bytes and value. */
function numbers(...pairs: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  const length = pairs.reduce((sum, [width]) => sum + width, 0);
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  for (const [width, value] of pairs) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

/** Returns a zip of these parts; `ends` false leaves the table of contents away. */
export function writeZip(parts: readonly ZipPart[], { ends = true, comment = '' } = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  const put = (bytes: Uint8Array) => {
    pieces.push(bytes);
    offset += bytes.length;
  };
  for (const part of parts) {
    const start = offset;
    const { name, header, packed, descriptor, truth } = encode(part);
    for (const bytes of [header, packed, descriptor]) put(bytes);
    if (!part.unlisted) central.push(centralRecord(part, name, { ...truth, ...part.central }, start));
  }
  if (!ends) return joinBytes(pieces, offset);
  const start = offset;
  for (const record of central) put(record);
  const length = offset - start;
  const note = encoder.encode(comment);
  const count = Math.min(central.length, 0xffff);
  const end = numbers(
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, start],
    [2, note.length],
  );
  put(end);
  put(note);
  return joinBytes(pieces, offset);
}

function encode(part: ZipPart) {
  const name = bytesOf(part.name);
  const data = bytesOf(part.data ?? '');
  const { method = 8, streamed = false } = part;
  const packed = part.packed ?? (method === 0 ? data : new Uint8Array(deflateRawSync(data)));
  const truth: Told = { crc: crc32(data), packed: packed.length, size: data.length };
  const none = { crc: 0, packed: 0, size: 0 };
  const told = { ...(streamed ? none : truth), ...part.local };
  const flags = (part.flags ?? 0) | (streamed ? 8 : 0);
  const extra = part.zip64 ? numbers([2, 1], [2, 16], [8, told.size], [8, told.packed]) : new Uint8Array();
  const [size, length] = part.zip64 ? [FULL, FULL] : [told.size, told.packed];
  const header = joinAll(
    numbers([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], [4, told.crc]),
    numbers([4, length], [4, size], [2, name.length], [2, extra.length]),
    name,
    extra,
  );
  const after = { ...truth, ...part.descriptor };
  const width = part.zip64 ? 8 : 4;
  const descriptor = streamed
    ? numbers([4, 0x08074b50], [4, after.crc], [width, after.packed], [width, after.size])
    : new Uint8Array();
  return { name, header, packed, descriptor, truth };
}

function centralRecord(
  part: ZipPart,
  name: Uint8Array,
  told: Told & { name?: string; offset?: number },
  start: number,
): Uint8Array {
  const listed = told.name === undefined ? name : encoder.encode(told.name);
  const { method = 8, mode = 0o100644 } = part;
  const flags = (part.flags ?? 0) | (part.streamed ? 8 : 0);
  return joinAll(
    numbers([4, 0x02014b50], [2, (3 << 8) | 20], [2, 20], [2, flags], [2, method], [4, 0], [4, told.crc]),
    numbers([4, told.packed], [4, told.size], [2, listed.length], [2, 0], [2, 0], [2, 0], [2, 0]),
    numbers([4, mode * 65536], [4, told.offset ?? start]),
    listed,
  );
}

function joinAll(...pieces: Uint8Array[]): Uint8Array {
  return joinBytes(
    pieces,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
}

/** The bytes in chunks of `size`, as a body brings them. */
export async function* inChunks(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
