/** Which files does a zip hold? Read as it streams by, entry after entry, believing no size that it tells. */

import { IMPORT_LIMITS } from '@/lib/contract';
import { ByteReader } from './byte-reader';
import { crc32, viewOf } from './bytes';
import { inflate, inflateToEnd } from './inflate';
import { compareDirectory, type SeenEntry } from './zip-directory';
import {
  decodeName,
  descriptorLength,
  LOCAL_SIZE,
  type LocalHeader,
  METHODS,
  readLocalHeader,
  SIGNATURES,
  withZip64,
} from './zip-headers';

/** `passed`: not asked for. `refused` may come again for an entry when the table of contents tells more of it. */
export type ZipItem =
  | { kind: 'file'; entry: number; path: string; bytes: Uint8Array }
  | { kind: 'passed'; entry: number; path: string }
  | { kind: 'refused'; entry: number; path: string; message: string }
  /** About the archive as a whole; what comes after `stopped` was not read. */
  | { kind: 'notice'; message: string }
  | { kind: 'stopped'; message: string };

/** Which entries are unpacked, by their number and path. */
export type Wanted = (entry: number, path: string) => boolean;

/** What the header of an entry is at most: longer names are no names. */
const LONGEST_NAME = 65_535;
/** The packed form of a file of the largest size, when packing made it larger. */
const MAX_PACKED = IMPORT_LIMITS.fileBytes + 64 * 1024;
const TOO_LARGE = 'Unpacked it is larger than 1 MiB.';
/** What the names of all entries take: they are kept to the end, to be compared with the table of contents. */
const MAX_NAMES = 16 * 1024 * 1024;

/** Reads an archive to its end, or to where it can no longer be believed. Never throws for what an archive holds. */
export async function* readZip(source: AsyncIterable<Uint8Array>, wanted: Wanted): AsyncGenerator<ZipItem> {
  const reader = new ByteReader(source);
  const archive = new Archive(reader);
  for (;;) {
    const start = await reader.peek(4);
    const signature = start.length === 4 ? viewOf(start).getUint32(0, true) : 0;
    if (signature !== SIGNATURES.local) break;
    if (archive.entries >= IMPORT_LIMITS.files) {
      yield stopped(`It holds more than ${inWords(IMPORT_LIMITS.files)} entries; the rest was not read.`);
      return;
    }
    const item = await archive.readEntry(wanted);
    if (item) yield item;
    if (item?.kind === 'stopped') return;
  }
  yield* compareDirectory(reader, archive.seen);
}

type Body = { bytes: Uint8Array } | { refusal: string } | { stop: string } | null;

class Archive {
  entries = 0;
  readonly seen = new Map<number, SeenEntry>();
  private unpacked = 0;
  private names = 0;

  constructor(private readonly reader: ByteReader) {}

  /** The next entry; null for a folder. */
  async readEntry(wanted: Wanted): Promise<ZipItem | null> {
    const { reader } = this;
    const { offset } = reader;
    const entry = this.entries++;
    const fixed = await reader.take(LOCAL_SIZE);
    if (fixed.length < LOCAL_SIZE) return stopped(CUT_OFF);
    const short = readLocalHeader(fixed);
    const name = await reader.take(Math.min(short.nameLength, LONGEST_NAME));
    const extra = await reader.take(short.extraLength);
    if (name.length < short.nameLength || extra.length < short.extraLength) return stopped(CUT_OFF);
    this.names += name.length;
    if (this.names > MAX_NAMES) return stopped(LONG_NAMES);
    const header = withZip64(short, extra);
    const path = decodeName(name);
    const isFolder = /[\\/]$/.test(path);
    const seen: SeenEntry = { entry, path, crc: header.crc, size: header.size, isRefused: false };
    this.seen.set(offset, seen);
    const body = await this.readBody(header, !isFolder && wanted(entry, path), seen);
    if (body && 'stop' in body)
      return stopped(`${body.stop} "${clip(path)}" and what comes after it was not read.`);
    if (isFolder) return null;
    if (!body) return { kind: 'passed', entry, path };
    seen.isRefused = 'refusal' in body;
    if ('refusal' in body) return { kind: 'refused', entry, path, message: body.refusal };
    return { kind: 'file', entry, path, bytes: body.bytes };
  }

  private async readBody(header: LocalHeader, isWanted: boolean, seen: SeenEntry): Promise<Body> {
    const { encrypted, method, hasDescriptor, packed } = header;
    if (hasDescriptor && packed === 0) {
      if (encrypted)
        return { stop: 'It is locked with a password and does not say how long its entries are.' };
      if (method !== 8) return { stop: 'It does not say how long an entry is.' };
      return this.readUnsized(isWanted, seen);
    }
    if (!isWanted) return this.pass(header);
    if (encrypted) return this.pass(header, 'It is locked with a password. Unpack the archive first.');
    if (method !== 0 && method !== 8) {
      const name = METHODS[method] ?? `method ${method}`;
      return this.pass(
        header,
        `It is packed with ${name}, which is not read here. Unpack the archive first.`,
      );
    }
    if (packed > MAX_PACKED || header.size > IMPORT_LIMITS.fileBytes) return this.pass(header, TOO_LARGE);
    return this.readSized(header);
  }

  /** Moves on to the next entry without unpacking. */
  private async pass(header: LocalHeader, refusal?: string): Promise<Body> {
    if ((await this.reader.skip(header.packed)) < header.packed) return { stop: CUT_OFF };
    await this.passDescriptor(header);
    return refusal ? { refusal } : null;
  }

  private async readSized(header: LocalHeader): Promise<Body> {
    const packed = await this.reader.take(header.packed);
    if (packed.length < header.packed) return { stop: CUT_OFF };
    const result = header.method === 0 ? packed : inflate(packed, IMPORT_LIMITS.fileBytes);
    await this.passDescriptor(header);
    if (result === 'damaged') return { refusal: DAMAGED };
    if (result === 'too-large') {
      this.unpacked += IMPORT_LIMITS.fileBytes;
      return this.withinTotal({ refusal: `${TOO_LARGE} The archive says ${inWords(header.size)} bytes.` });
    }
    this.unpacked += result.length;
    if (result.length !== header.size) {
      return {
        refusal: `The archive says ${inWords(header.size)} bytes and holds ${inWords(result.length)}.`,
      };
    }
    const isTold = header.crc !== 0 || !header.hasDescriptor;
    if (isTold && crc32(result) !== header.crc) return { refusal: DAMAGED };
    return this.withinTotal({ bytes: result.slice() });
  }

  /** Sizes behind the data: they have to be unpacked even if nobody wants them, only to find their end. */
  private async readUnsized(isWanted: boolean, seen: SeenEntry): Promise<Body> {
    const keep = isWanted ? IMPORT_LIMITS.fileBytes : 0;
    const before = this.unpacked;
    const result = await inflateToEnd(this.reader, keep, (size, packed) => {
      return before + size > IMPORT_LIMITS.unpackedBytes || isBomb(size, packed);
    });
    if (!result.ok && result.why === 'damaged') return { stop: DAMAGED };
    if (!result.ok && result.why === 'cut-off') return { stop: CUT_OFF };
    if (!result.ok && result.why === 'bomb') return { stop: BOMB };
    if (!('size' in result)) throw new Error(`an entry ended as ${result.why}`);
    this.unpacked += result.size;
    const after = await this.reader.peek(24);
    const length = descriptorLength(after, result);
    if (length === 0)
      return { stop: after.length < 16 ? CUT_OFF : 'What it says of the size of an entry is not so.' };
    await this.reader.skip(length);
    Object.assign(seen, { crc: result.crc, size: result.size });
    if (isBomb(result.size, result.packed)) return { stop: BOMB };
    if (!isWanted) return this.withinTotal(null);
    return this.withinTotal(result.ok ? { bytes: result.bytes } : { refusal: TOO_LARGE });
  }

  private withinTotal(body: Body): Body {
    if (this.unpacked <= IMPORT_LIMITS.unpackedBytes) return body;
    return { stop: `It unpacks to more than ${IMPORT_LIMITS.unpackedBytes / 2 ** 20} MiB.` };
  }

  /** Behind an entry that told its sizes there may be a descriptor that repeats them. */
  private async passDescriptor({ hasDescriptor, crc, packed, size }: LocalHeader): Promise<void> {
    if (!hasDescriptor) return;
    const bytes = await this.reader.peek(24);
    const isSigned = bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === SIGNATURES.descriptor;
    await this.reader.skip(descriptorLength(bytes, { crc, packed, size }) || (isSigned ? 16 : 0));
  }
}

const CUT_OFF = 'It ends in the middle: it was cut off or is damaged.';
const DAMAGED = 'It is damaged: what is packed does not fit its checksum.';
const LONG_NAMES = `The names of its entries alone are longer than ${MAX_NAMES / 2 ** 20} MiB; the rest was not read.`;
const BOMB = `It unpacks to more than ${IMPORT_LIMITS.ratio} times its size, as only a trap does, or to more than ${IMPORT_LIMITS.unpackedBytes / 2 ** 20} MiB.`;

const isBomb = (size: number, packed: number) =>
  size > IMPORT_LIMITS.fileBytes && size > packed * IMPORT_LIMITS.ratio;

const stopped = (message: string): ZipItem => ({ kind: 'stopped', message });
const inWords = (count: number) => count.toLocaleString('en-US');
const clip = (path: string) => (path.length > 80 ? `${path.slice(0, 80)}…` : path);
