import fc from 'fast-check';
import { Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { inChunks, writeZip, type ZipPart } from './testing/zip-writer';
import { readZip, type Wanted, type ZipItem } from './zip';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const ALL: Wanted = () => true;

async function read(zip: Uint8Array, { wanted = ALL, chunk = 65_536 } = {}): Promise<ZipItem[]> {
  const items: ZipItem[] = [];
  for await (const item of readZip(inChunks(zip, chunk), wanted)) items.push(item);
  return items;
}

const filesOf = (items: readonly ZipItem[]) =>
  items.flatMap((item) => (item.kind === 'file' ? [[item.path, new TextDecoder().decode(item.bytes)]] : []));
const messagesOf = (items: readonly ZipItem[]) =>
  items.flatMap((item) => ('message' in item ? [`${item.kind}: ${item.message}`] : []));

/** As our own export and many programs write: sizes behind the data. */
function streamedZip(files: Record<string, Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => chunks.push(chunk));
  for (const [name, bytes] of Object.entries(files)) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

const trees = fc.dictionary(
  fc
    .array(fc.stringMatching(/^[a-zA-Z0-9 _é日.-]{1,12}$/), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/')),
  fc.oneof(fc.uint8Array({ maxLength: 3000 }), fc.string({ maxLength: 2000 }).map(bytesOf)),
  { maxKeys: 12, noNullPrototype: true },
);

describe('any tree of names and bytes comes out as it went in', () => {
  it.each([
    ['sizes in front', (files: Record<string, Uint8Array>) => zipSync(files)],
    ['sizes behind', streamedZip],
    ['stored', (files: Record<string, Uint8Array>) => zipSync(files, { level: 0 })],
  ])('%s', async (_, pack) => {
    await fc.assert(
      fc.asyncProperty(trees, fc.integer({ min: 1, max: 5000 }), async (files, chunk) => {
        const items = await read(pack(files), { chunk });
        expect(messagesOf(items)).toEqual([]);
        const found = items.flatMap((item) =>
          item.kind === 'file' ? [[item.path, new Uint8Array(item.bytes)]] : [],
        );
        expect(found).toEqual(Object.entries(files));
      }),
      { numRuns: 60 },
    );
  });

  it('and what is not wanted is passed over without being unpacked', async () => {
    const files = { 'a.md': bytesOf('a'), 'b.png': bytesOf('b'.repeat(5000)), 'c.md': bytesOf('c') };
    for (const zip of [zipSync(files), streamedZip(files)]) {
      const items = await read(zip, { wanted: (_, path) => path.endsWith('.md') });
      expect(items.map(({ kind }) => kind)).toEqual(['file', 'passed', 'file']);
    }
  });

  it('64-bit sizes, folders, and names without a sign that they are UTF-8', async () => {
    const zip = writeZip([
      { name: 'agents/', method: 0 },
      { name: 'agents/é.md', data: 'one', zip64: true },
      { name: 'agents/two.md', data: 'two', zip64: true, streamed: true },
      { name: new Uint8Array([0x63, 0x61, 0x66, 0xe9]), data: 'latin' },
    ]);
    const items = await read(zip);
    expect(filesOf(items)).toEqual([
      ['agents/é.md', 'one'],
      ['agents/two.md', 'two'],
      ['café', 'latin'],
    ]);
    expect(messagesOf(items)).toEqual([]);
  });

  it('an empty archive holds nothing, and a comment at the end is none of its files', async () => {
    expect(await read(writeZip([]))).toEqual([]);
    expect(
      messagesOf(await read(writeZip([{ name: 'a.md', data: 'a' }], { comment: 'PK\u0003\u0004' }))),
    ).toEqual([]);
  });
});

const good: ZipPart = { name: 'good.md', data: 'good' };
const big = (size: number) => new Uint8Array(size).fill(97);
const MIB = 1024 * 1024;

describe('what an archive says of itself is not believed', () => {
  it.each<[string, ZipPart, RegExp]>([
    [
      'a smaller size',
      { name: 'a.md', data: big(5000), local: { size: 10 } },
      /says 10 bytes and holds 5,000/,
    ],
    [
      'a small size of something huge',
      { name: 'a.md', data: big(3 * MIB), local: { size: 10 } },
      /larger than 1 MiB.*says 10 bytes/,
    ],
    ['a larger size', { name: 'a.md', data: 'aa', local: { size: 900 } }, /says 900 bytes and holds 2/],
    ['a wrong checksum', { name: 'a.md', data: 'aa', local: { crc: 1 } }, /checksum/],
    [
      'data that are not packed',
      { name: 'a.md', data: 'aa', packed: bytesOf('nonsense') },
      /checksum|damaged/,
    ],
    [
      'more data than were packed',
      { name: 'a.md', data: '', packed: new Uint8Array([3, 0, 9, 9]) },
      /damaged/,
    ],
    ['a password', { name: 'a.md', data: 'aa', flags: 1 }, /password/],
    ['an unknown method', { name: 'a.md', data: 'aa', method: 99 }, /method 99/],
    ['Zstandard', { name: 'a.md', data: 'aa', method: 93 }, /Zstandard/],
    ['a file of 2 MiB', { name: 'a.md', data: big(2 * MIB) }, /larger than 1 MiB/],
    [
      'a file of 2 MiB, said behind it',
      { name: 'a.md', data: Uint8Array.from({ length: 2 * MIB }, (_, i) => (i * 7919) >> 3), streamed: true },
      /larger than 1 MiB/,
    ],
    [
      'another name in its table of contents',
      { name: 'a.md', data: 'aa', central: { name: 'b.md' } },
      /another name/,
    ],
    [
      'another size in its table of contents',
      { name: 'a.md', data: 'aa', central: { size: 4 } },
      /another size/,
    ],
    ['a link', { name: 'a.md', data: '../b.md', mode: 0o120777 }, /link/],
    ['a file that is not listed', { name: 'a.md', data: 'aa', unlisted: true }, /does not list/],
  ])('%s is refused, and the next file is read', async (_, part, words) => {
    const items = await read(writeZip([part, good]));
    const refused = items.filter((item) => item.kind === 'refused');
    expect(refused.map((item) => [item.entry, item.path])).toEqual([[0, 'a.md']]);
    expect(messagesOf(items).join()).toMatch(words);
    expect(filesOf(items).at(-1)).toEqual(['good.md', 'good']);
  });

  it.each<[string, ZipPart, RegExp]>([
    [
      'a bomb whose size is told behind it',
      { name: 'a.md', data: big(40 * MIB), streamed: true },
      /200 times/,
    ],
    [
      'a descriptor that lies',
      { name: 'a.md', data: 'aa', streamed: true, descriptor: { size: 1 } },
      /is not so/,
    ],
    ['a stored file without its size', { name: 'a.md', data: 'aa', method: 0, streamed: true }, /how long/],
    ['a locked file without its size', { name: 'a.md', data: 'aa', flags: 1, streamed: true }, /password/],
    [
      'damaged data without their size',
      { name: 'a.md', data: 'aa', packed: big(100), streamed: true },
      /damaged/,
    ],
  ])('%s ends the reading, in words', async (_, part, words) => {
    const items = await read(writeZip([good, part, good]));
    expect(filesOf(items)).toEqual([['good.md', 'good']]);
    expect(items.at(-1)).toMatchObject({ kind: 'stopped', message: expect.stringMatching(words) });
    expect(messagesOf(items).join()).toContain('"a.md" and what comes after it was not read');
  });

  it('cut off anywhere it says so, and gives what came before', async () => {
    const zip = writeZip([good, { ...good, name: 'b.md', streamed: true }]);
    for (let length = 1; length < zip.length; length++) {
      const items = await read(zip.subarray(0, length));
      expect(messagesOf(items).join()).toMatch(/cut off/);
      for (const [, text] of filesOf(items)) expect(text).toBe('good');
    }
  });

  it('more data after the end are said, and so are entries on top of others', async () => {
    const zip = writeZip([good]);
    const more = new Uint8Array([...zip, ...zip]);
    expect(messagesOf(await read(more))).toEqual([expect.stringContaining('goes on with other data')]);
    const overlapping = writeZip([
      good,
      ...Array.from({ length: 9 }, () => ({ ...good, central: { offset: 0 } })),
    ]);
    expect(messagesOf(await read(overlapping)).join()).toMatch(
      /9 entries of its table of contents lie on top/,
    );
  });

  it('stops at 20,000 entries, and at 256 MiB of what they unpack to', async () => {
    const many = writeZip(
      Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.md`, data: 'x', method: 0 })),
    );
    const items = await read(many, { wanted: () => false });
    expect(items).toHaveLength(20_001);
    expect(items.at(-1)).toMatchObject({ kind: 'stopped', message: expect.stringContaining('20,000') });

    const mib = { data: big(MIB) };
    const heavy = writeZip(Array.from({ length: 300 }, (_, i) => ({ ...mib, name: `${i}.md` })));
    const large = await read(heavy);
    expect(large).toHaveLength(257);
    expect(large.at(-1)).toMatchObject({ kind: 'stopped', message: expect.stringContaining('256 MiB') });
  });

  it('stops where names fill the memory instead of files', async () => {
    const long = 'n'.repeat(60_000);
    const parts = Array.from({ length: 400 }, (_, i) => ({ name: `${i}${long}.md`, data: 'x', method: 0 }));
    const items = await read(writeZip(parts), { wanted: () => false });
    expect(items.length).toBeLessThan(300);
    expect(items.at(-1)).toMatchObject({ kind: 'stopped', message: expect.stringContaining('16 MiB') });
  });

  it('holds little of a bomb in memory', async () => {
    // 200 MiB of packed bombs, each 1,000 times larger, made as they are read.
    const bomb = writeZip([{ name: 'bomb.md', data: big(20 * MIB), local: { size: 100 } }], { ends: false });
    async function* bombs() {
      for (let i = 0; i < 2_000; i++) yield bomb;
    }
    let peak = 0;
    const before = process.memoryUsage().rss;
    for await (const item of readZip(bombs(), ALL)) {
      peak = Math.max(peak, process.memoryUsage().rss - before);
      expect(item.kind).not.toBe('file');
    }
    expect(peak).toBeLessThan(200 * MIB);
  });

  it('never throws, whatever the bytes', async () => {
    const zip = writeZip([good, { ...good, streamed: true }, { name: 'c.md', data: big(3000), zip64: true }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 400 }),
        async (changes, chunk) => {
          const changed = zip.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          await read(changed, { chunk });
        },
      ),
      { numRuns: 300 },
    );
  });
});
