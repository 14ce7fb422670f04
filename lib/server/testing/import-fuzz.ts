/** What could somebody send to the import? Mutated zips and forms without end, the same for the same seed. */

import { deflateRawSync } from 'node:zlib';

import { writeZip, type ZipPart } from '../import/testing/zip-writer';
import { agentText } from './world';

export type Random = () => number;

/** Marsaglia's xorshift over 32 bits: numbers from 0 up to 1. */
export function createRandom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const below = (random: Random, most: number) => Math.floor(random() * most);
const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[below(random, items.length)] as Item;

const NAMES = [
  ...[
    'a.md',
    '.claude/agents/b.md',
    'README.md',
    '../x.md',
    '/etc/passwd',
    'C:\\x.md',
    'x\0.md',
    'a/',
    '\u202Ex.md',
  ],
  ...[
    'inner.zip',
    'é.md',
    'e\u0301.md',
    'A.MD',
    'CON.md',
    '__proto__',
    'y'.repeat(3000),
    '',
    '..',
    '-',
    ' .md',
  ],
];
const TEXTS = [
  ...[
    agentText('one'),
    agentText('two', '\u202E'),
    '---\r\nname: x\r\n---',
    '---\n',
    '# none',
    '',
    '\uFEFF---\nname: a',
  ],
  ...['\0', '---\nname: [\n---\n', `---\n${'k: v\n'.repeat(300)}---\n`, '&a [*a]', 'x'.repeat(1_100_000)],
];

function part(random: Random): ZipPart {
  const data = random() < 0.1 ? noise(random, 2000) : pick(random, TEXTS);
  const lie = () => (random() < 0.15 ? { size: pick(random, [0, 1, 2 ** 31, 2 ** 32 - 1]) } : {});
  return {
    name: random() < 0.1 ? noise(random, 40) : pick(random, NAMES),
    data,
    method: pick(random, [8, 8, 8, 0, 9, 99]),
    flags: pick(random, [0, 0, 0, 1, 2048]),
    streamed: random() < 0.3,
    zip64: random() < 0.1,
    unlisted: random() < 0.1,
    mode: pick(random, [0o100644, 0o120777, 0o040755]),
    local: lie(),
    central: lie(),
    descriptor: lie(),
    ...(random() < 0.1 && {
      packed: new Uint8Array(deflateRawSync(new Uint8Array(below(random, 8_000_000)))),
    }),
  };
}

function noise(random: Random, most: number): Uint8Array {
  return Uint8Array.from({ length: below(random, most) }, () => below(random, 256));
}

/** A few bytes changed, cut out, doubled, or the end cut off. */
export function mutate(random: Random, bytes: Uint8Array): Uint8Array {
  let result = bytes.slice();
  for (let times = below(random, 4); times > 0 && result.length > 0; times--) {
    const at = below(random, result.length);
    const to = Math.min(result.length, at + below(random, 64));
    const kind = random();
    if (kind < 0.5) result[at] = below(random, 256);
    else if (kind < 0.7) result = new Uint8Array([...result.subarray(0, at), ...result.subarray(to)]);
    else if (kind < 0.9) result = new Uint8Array([...result.subarray(0, to), ...result.subarray(at)]);
    else result = result.slice(0, at);
  }
  return result;
}

export const anyZip = (random: Random): Uint8Array =>
  mutate(
    random,
    writeZip(
      Array.from({ length: below(random, 12) }, () => part(random)),
      { ends: random() < 0.9 },
    ),
  );

const OPTIONS = [
  ...[
    '{}',
    '{"sameName":"replace"}',
    '{"take":["0","0.1","0.2"]}',
    '{"choices":{"__proto__":"keep"}}',
    '{',
    '[]',
  ],
  ...[
    '{"paths":["../../x.md","b.md"]}',
    '{"paths":"a"}',
    'null',
    `{"take":${JSON.stringify(Array(999).fill('0.0'))}}`,
  ],
];

/** A body and its content type, mutated as a whole or not. */
export function anyForm(random: Random): { body: Uint8Array<ArrayBuffer>; type: string } {
  const boundary = pick(random, ['b', '----x', 'b'.repeat(70)]);
  const pieces: Uint8Array[] = [];
  const put = (text: string) => pieces.push(new TextEncoder().encode(text));
  if (random() < 0.5) {
    put(
      `--${boundary}\r\ncontent-disposition: form-data; name="options"\r\n\r\n${pick(random, OPTIONS)}\r\n`,
    );
  }
  for (let parts = below(random, 5); parts > 0; parts--) {
    const name = pick(random, NAMES).replaceAll('"', '%22').slice(0, 300);
    put(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`);
    if (random() < 0.5) pieces.push(anyZip(random));
    else put(pick(random, TEXTS));
    put('\r\n');
  }
  put(`--${boundary}--\r\n`);
  const whole = new Uint8Array(Buffer.concat(pieces));
  const body = random() < 0.5 ? whole : mutate(random, whole);
  const type =
    random() < 0.95
      ? `multipart/form-data; boundary=${boundary}`
      : pick(random, ['', 'text/plain', 'multipart/x']);
  return { body: new Uint8Array(body), type };
}
