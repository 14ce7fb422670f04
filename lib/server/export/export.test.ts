import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { exportPaths, safeStem } from './file-names';
import { attachment } from './headers';
import { zipStream } from './zip';
import { centralHeader, endOfZip } from './zip-format';

describe('safeStem', () => {
  it.each([
    ['code-reviewer', 'code-reviewer'],
    ['a/b\\c:d', 'a-b-c-d'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'agent'],
    ['', 'agent'],
    ['.hidden', 'hidden'],
    ['trailing. ', 'trailing'],
    ['CON', '_CON'],
    ['nul.backup', '_nul.backup'],
    ['com¹', '_com¹'],
    ['LPT9', '_LPT9'],
    ['console', 'console'],
    ['two  words\there', 'two-words-here'],
    ['e\u0301te\u0301', 'été'],
    ['日本語のエージェント', '日本語のエージェント'],
    ['evil\u202egnp.exe', 'evil-gnp.exe'],
    ['half\ud800', 'half'],
    ['notes.md', 'notes'],
    ['a<b>c"d|e?f*g', 'a-b-c-d-e-f-g'],
  ])('of %j is %j', (title, stem) => {
    expect(safeStem(title)).toBe(stem);
  });

  it('is at most 120 bytes and never cuts a character', () => {
    const stem = safeStem('𝕏'.repeat(400));
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(120);
    expect(stem).toBe('𝕏'.repeat(30));
  });
});

describe('exportPaths', () => {
  const paths = (...titles: string[]) =>
    exportPaths(titles.map((title, i) => ({ id: `id-${i}`, title }))).map(({ path }) =>
      path.slice('.claude/agents/'.length),
    );

  it('tells names apart that differ in case, form or unsafe characters only', () => {
    expect(paths('Reviewer', 'reviewer', 'REVIEWER').sort()).toEqual([
      'REVIEWER.md',
      'Reviewer-2.md',
      'reviewer-3.md',
    ]);
    expect(paths('a/b', 'a:b')).toEqual(['a-b-2.md', 'a-b.md']);
    expect(new Set(paths('é', 'e\u0301')).size).toBe(2);
  });

  it('leaves a name to whoever has it, also when it looks like a number that was given', () => {
    expect(paths('a', 'a', 'a-2').sort()).toEqual(['a-2.md', 'a-3.md', 'a.md']);
  });

  it('does not depend on the order of its input', () => {
    const agents = ['b', 'B', 'a', 'A', 'a-2', 'c/d'].map((title, i) => ({ id: `id-${i}`, title }));
    expect(exportPaths([...agents].reverse())).toEqual(exportPaths(agents));
  });

  it('names ten thousand namesakes without slowing down', () => {
    const agents = Array.from({ length: 10_000 }, (_, i) => ({ id: `id-${i}`, title: 'same' }));
    const started = performance.now();
    expect(new Set(exportPaths(agents).map(({ path }) => path)).size).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('zipStream', () => {
  const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
    new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
  const entries = () => [
    { path: '.claude/agents/a.md', bytes: new TextEncoder().encode('\uFEFF---\r\nname: a\r\n---\r\n') },
    { path: '.claude/agents/日本.md', bytes: new TextEncoder().encode('') },
    { path: '.claude/agents/z.md', bytes: new TextEncoder().encode('x'.repeat(300_000)) },
  ];

  it('holds every file, byte for byte', async () => {
    const files = unzipSync(await bytesOf(zipStream(entries())));
    expect(Object.keys(files)).toEqual(entries().map(({ path }) => path));
    for (const { path, bytes } of entries()) expect(files[path]).toEqual(bytes);
    expect(strFromU8(files['.claude/agents/a.md'] ?? new Uint8Array())).toContain('\r\nname: a\r\n');
  });

  it('gives the same bytes for the same input, whenever and wherever', async () => {
    const first = await bytesOf(zipStream(entries()));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await bytesOf(zipStream(entries()));
    expect(Buffer.compare(first, second)).toBe(0);
    // Time and date of the first entry: midnight of 1 January 1980, in whatever zone this runs.
    const header = new DataView(first.buffer);
    expect([header.getUint16(10, true), header.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]);
  });

  it('holds a file that comes in pieces, however large or empty they are, and stops where the reader stops', async () => {
    let given = 0;
    let isClosed = false;
    async function* pieces(count: number, size: number) {
      try {
        for (let i = 0; i < count; i++) {
          given += 1;
          yield new TextEncoder().encode(String(i % 10).repeat(size));
        }
      } finally {
        isClosed = true;
      }
    }
    const mixed = [
      { path: 'many.jsonl', pieces: pieces(2000, 700) },
      ...entries(),
      { path: 'none', pieces: pieces(0, 0) },
    ];
    const files = unzipSync(await bytesOf(zipStream(mixed)));
    expect(files['many.jsonl']).toHaveLength(2000 * 700);
    expect(files.none).toHaveLength(0);
    for (const { path, bytes } of entries()) expect(files[path]).toEqual(bytes);

    [given, isClosed] = [0, false];
    const reader = zipStream([{ path: 'endless', pieces: pieces(1_000_000, 100_000) }]).getReader();
    for (let i = 0; i < 3; i++) await reader.read();
    await reader.cancel();
    expect(given).toBeLessThan(1000);
    expect(isClosed).toBe(true);
  });

  it('holds more files than 16 bits number', async () => {
    const count = 66_000;
    function* many() {
      for (let i = 0; i < count; i++) yield { path: `${i}`, bytes: new Uint8Array() };
    }
    const zip = await bytesOf(zipStream(many()));
    const names: string[] = [];
    unzipSync(zip, { filter: ({ name }) => names.push(name) === count });
    expect([names.length, names[0], names.at(-1)]).toEqual([count, '0', `${count - 1}`]);
  });

  it('goes on in another file where one is too long, between two pieces', async () => {
    async function* pieces(count: number) {
      for (let i = 0; i < count; i++) yield new TextEncoder().encode(`line ${i}\n`);
    }
    const entries = [
      { path: 'a/lines.jsonl', pieces: pieces(5) },
      { path: 'none', pieces: pieces(0) },
      { path: 'short', pieces: pieces(2) },
    ];
    const files = unzipSync(await bytesOf(zipStream(entries, 14)));
    const texts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(texts).toEqual([
      ['a/lines.jsonl', 'line 0\nline 1\n'],
      ['a/lines-2.jsonl', 'line 2\nline 3\n'],
      ['a/lines-3.jsonl', 'line 4\n'],
      ['none', ''],
      ['short', 'line 0\nline 1\n'],
    ]);
  });

  it('finds files behind four gigabytes', () => {
    const name = new TextEncoder().encode('far.md');
    const far = { name, isStreamed: false, crc: 1, packed: 2, size: 3, offset: 5_000_000_000 };
    const line = centralHeader(far);
    const view = new DataView(line.buffer);
    expect([view.getUint32(42, true), view.getUint16(30, true)]).toEqual([0xffff_ffff, 12]);
    expect(view.getBigUint64(46 + name.length + 4, true)).toBe(5_000_000_000n);
    const end = new DataView(endOfZip({ count: 1, size: line.length, offset: 5_000_000_100 }).buffer);
    expect(end.byteLength).toBe(56 + 20 + 22);
    expect(end.getBigUint64(48, true)).toBe(5_000_000_100n);
    // The locator says where that record is.
    expect(end.getBigUint64(56 + 8, true)).toBe(BigInt(5_000_000_100 + line.length));
  });

  it('reads no further than the reader takes', async () => {
    let read = 0;
    async function* many() {
      for (let i = 0; i < 1000; i++) {
        read += 1;
        yield { path: `f${i}.md`, bytes: new TextEncoder().encode(`file ${i}`) };
      }
    }
    const reader = zipStream(many()).getReader();
    await reader.read();
    await reader.cancel();
    expect(read).toBeLessThan(5);
  });
});

describe('attachment', () => {
  it('saves under any name and breaks out of none', () => {
    expect(attachment('a"b\r\nX: y.md')).not.toMatch(/[\r\n]/);
    expect(attachment('naïve.md')).toBe(`attachment; filename="naive.md"; filename*=UTF-8''na%C3%AFve.md`);
    expect(attachment("it's (1).md")).toContain("filename*=UTF-8''it%27s%20%281%29.md");
    expect(attachment('日本.md')).toContain("filename*=UTF-8''%E6%97%A5%E6%9C%AC.md");
  });
});
