/** Does the table of contents at the end of a zip tell the same as its entries? Two readers could see two archives otherwise. */

import type { ByteReader } from './byte-reader';
import { viewOf } from './bytes';
import type { ZipItem } from './zip';
import { CENTRAL_SIZE, decodeName, SIGNATURES, withZip64 } from './zip-headers';

/** An entry as it was found, by where it begins. */
export interface SeenEntry {
  entry: number;
  path: string;
  crc: number;
  size: number;
  /** What is wrong with it has been said. */
  isRefused: boolean;
}

const LINK = 0o120000;
const FILE_TYPE = 0o170000;

/** Reads the table to its end; says which entries it contradicts, which are links, and what is missing or left over. */
export async function* compareDirectory(
  reader: ByteReader,
  seen: ReadonlyMap<number, SeenEntry>,
): AsyncGenerator<ZipItem> {
  const listed = new Set<number>();
  let strangers = 0;
  for (;;) {
    const start = await reader.peek(CENTRAL_SIZE);
    if (start.length < CENTRAL_SIZE || viewOf(start).getUint32(0, true) !== SIGNATURES.central) break;
    const record = await readRecord(reader);
    if (!record) break;
    const found = seen.get(record.offset);
    if (!found || listed.has(record.offset)) {
      strangers += 1;
      continue;
    }
    listed.add(record.offset);
    const { entry, path } = found;
    if (found.isRefused) continue;
    if (record.isLink) yield { kind: 'refused', entry, path, message: A_LINK };
    else if (record.path !== path || record.crc !== found.crc || record.size !== found.size) {
      yield { kind: 'refused', entry, path, message: contradiction(record.path, path) };
    }
  }
  const hidden = [...seen].filter(([offset, { isRefused }]) => !isRefused && !listed.has(offset));
  const ended = await readEnd(reader);
  if (!ended) yield { kind: 'notice', message: NO_END };
  else for (const [, { entry, path }] of hidden) yield { kind: 'refused', entry, path, message: NOT_LISTED };
  if (strangers > 0) yield { kind: 'notice', message: `${strangers.toLocaleString('en-US')} ${OVERLAPPING}` };
  if (ended && (await reader.skip(1)) > 0) yield { kind: 'notice', message: MORE };
}

const A_LINK = 'It is a link to another file, which an archive does not hold. Import that file itself.';
const NOT_LISTED = "The archive's table of contents does not list it, so most programs would not unpack it.";
const NO_END =
  'The archive has no table of contents at its end: it was cut off or is damaged. What came before is listed.';
const OVERLAPPING = 'entries of its table of contents lie on top of others or nowhere; they were not read.';
const MORE = 'After its end the archive goes on with other data; they were not looked at.';

function contradiction(listed: string, path: string): string {
  const what = listed === path ? 'another size or checksum' : 'another name';
  return `The archive's table of contents gives it ${what}, so it cannot be trusted.`;
}

interface Listed {
  path: string;
  crc: number;
  size: number;
  offset: number;
  isLink: boolean;
}

async function readRecord(reader: ByteReader): Promise<Listed | null> {
  const view = viewOf(await reader.take(CENTRAL_SIZE));
  const word = (at: number) => view.getUint32(at, true);
  const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((at) => view.getUint16(at, true));
  const rest = await reader.take(name + extra + comment);
  if (rest.length < name + extra + comment) return null;
  const told = { packed: word(20), size: word(24) };
  const { size } = withZip64(told, rest.subarray(name, name + extra));
  const unix = view.getUint8(5) === 3;
  return {
    path: decodeName(rest.subarray(0, name)),
    crc: word(16),
    size,
    offset: word(42),
    isLink: unix && ((word(38) >>> 16) & FILE_TYPE) === LINK,
  };
}

/** Reads the end record and its comment; false when it is not there. */
async function readEnd(reader: ByteReader): Promise<boolean> {
  const first = await reader.peek(12);
  if (first.length === 12 && viewOf(first).getUint32(0, true) === SIGNATURES.end64) {
    await reader.skip(12 + Math.min(Number(viewOf(first).getBigUint64(4, true)), 4096));
    // The locator of the 64-bit record.
    await reader.skip(20);
  }
  const end = await reader.take(22);
  if (end.length < 22 || viewOf(end).getUint32(0, true) !== SIGNATURES.end) return false;
  const comment = viewOf(end).getUint16(20, true);
  return (await reader.skip(comment)) === comment;
}
