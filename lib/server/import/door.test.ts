import '../testing/mocks';

import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listAgentsForExport } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { findAccess } from '../access';
import { openZip } from '../reads/exports';
import { filesOf, formOf, knock, linesOf, type Sent } from '../testing/import-door';
import { openTeam, type Team } from '../testing/team';
import { agentText, as, makeWorkspace } from '../testing/world';
import { writeZip } from './testing/zip-writer';

const bytesOf = (text: string) => new TextEncoder().encode(text);
let team: Team;
beforeAll(async () => {
  team = await openTeam(await (TEST_ENGINES[0] as (typeof TEST_ENGINES)[0]).open());
}, 60_000);
afterAll(() => team.world.dispose());

/** A workspace of its own for each test. */
const fresh = () => makeWorkspace(team.world.store, team.ada);
async function send(slug: string, query: string, files: readonly Sent[], options = {}) {
  const response = await knock(team.ada, slug, query, { body: formOf(files, options) });
  expect(response.status).toBe(200);
  return linesOf(response);
}
const statesOf = (lines: Awaited<ReturnType<typeof send>>) =>
  filesOf(lines).map(({ path, state }) => [path, state]);
const agentsOf = async (workspaceId: string) =>
  (await listAgentsForExport(team.world.store.read, { workspaceId })).map(({ title }) => title);

/** A form as it comes over a network: in pieces, with pauses between them. */
async function inPieces(form: FormData): Promise<RequestInit> {
  const whole = new Response(form);
  const type = whole.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + 65_536));
      at += 65_536;
    },
  });
  return { body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit;
}

const MIXED = {
  'repo-1f2e/.claude/agents/one.md': bytesOf(agentText('one')),
  'repo-1f2e/.claude/agents/two.md': bytesOf(agentText('two')),
  'repo-1f2e/.claude/agents/copy.md': bytesOf(agentText('one')),
  'repo-1f2e/README.md': bytesOf('# A project\n'),
  'repo-1f2e/logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  'repo-1f2e/inner.zip': zipSync({ 'a.md': bytesOf(agentText('inner')) }),
  'repo-1f2e/hidden.md': zipSync({ 'a.md': bytesOf(agentText('inner')) }),
  'repo-1f2e/latin.md': new Uint8Array([0xff, 0xfe]),
};

describe('the door of the import', () => {
  it('previews a zip without writing, and writes what is taken of it', async () => {
    const { id, slug } = await fresh();
    const zip = [{ name: 'repo.zip', bytes: zipSync(MIXED) }];
    const preview = await send(slug, 'mode=preview', zip);
    expect(statesOf(preview)).toEqual([
      ['repo-1f2e/.claude/agents/one.md', 'new'],
      ['repo-1f2e/.claude/agents/two.md', 'new'],
      ['repo-1f2e/.claude/agents/copy.md', 'new'],
      ['repo-1f2e/README.md', 'not-agent'],
      ['repo-1f2e/logo.png', 'not-agent'],
      ['repo-1f2e/inner.zip', 'refused'],
      ['repo-1f2e/hidden.md', 'refused'],
      ['repo-1f2e/latin.md', 'refused'],
    ]);
    expect(preview.at(-1)).toEqual({ kind: 'end' });
    const [one, , copy] = filesOf(preview);
    expect(copy?.sha256).toBe(one?.sha256);
    expect(await agentsOf(id)).toEqual([]);

    const written = await send(slug, 'mode=write', zip, { take: ['0.0', '0.2', '0.3'] });
    expect(statesOf(written).map(([, state]) => state)).toEqual(['imported', 'identical', 'not-agent']);
    expect(await agentsOf(id)).toEqual(['one']);
    const again = await send(slug, 'mode=preview', zip);
    expect(
      statesOf(again)
        .slice(0, 3)
        .map(([, state]) => state),
    ).toEqual(['identical', 'new', 'identical']);
  });

  it('passes over what is left of a file that it refuses, and reads the next one', async () => {
    const { slug } = await fresh();
    const large = new Uint8Array(6 * 1024 * 1024).fill(0x61);
    const tar = new Uint8Array(large).fill(0x1f, 0, 1).fill(0x8b, 1, 2);
    const files = [
      { name: 'large.md', bytes: large },
      { name: 'packed.md', bytes: tar },
      { name: 'next.md', bytes: agentText('next') },
    ];
    const response = await knock(team.ada, slug, 'mode=preview', await inPieces(formOf(files)));
    expect(statesOf(await linesOf(response))).toEqual([
      ['large.md', 'refused'],
      ['packed.md', 'refused'],
      ['next.md', 'new'],
    ]);
  });

  it('takes loose files with the paths that the options name, and one answer for namesakes, or one each', async () => {
    const { id, slug } = await fresh();
    const first = ['a', 'b', 'c'].map((name) => ({ name: `${name}.md`, bytes: agentText(name) }));
    const paths = ['agents/"a".md', 'agents/b.md', '..\\c.md'];
    const lines = await send(slug, 'mode=write', first, { paths });
    expect(statesOf(lines)).toEqual([
      ['agents/"a".md', 'imported'],
      ['agents/b.md', 'imported'],
      ['../c.md', 'refused'],
    ]);
    const next = ['a', 'b', 'c'].map((name) => ({
      name: `${name}.md`,
      bytes: agentText(name, 'Changed.\n'),
    }));
    const seen = await send(slug, 'mode=preview&sameName=replace', next);
    expect(statesOf(seen).map(([, state]) => state)).toEqual(['same-name', 'same-name', 'new']);
    const done = await send(slug, 'mode=write&sameName=replace', next, { choices: { 1: 'keep' } });
    expect(statesOf(done).map(([, state]) => state)).toEqual(['replaced', 'imported', 'imported']);
    expect(await agentsOf(id)).toEqual(['a', 'b', 'b', 'c']);
  });

  it.each([
    ['../../etc/evil.md', /leads out/],
    ['agents\\..\\..\\evil.md', /leads out/],
    ['/etc/evil.md', /place on a disk/],
    ['C:\\agents\\evil.md', /place on a disk/],
    ['\\\\server\\share\\evil.md', /place on a disk/],
    ['nul\0.md', /NUL/],
    [`${'long/'.repeat(300)}evil.md`, /longer than 1,024/],
    ['x'.repeat(65_000), /longer than 1,024/],
  ])('refuses an entry of the path %j, in words', async (name, words) => {
    const { id, slug } = await fresh();
    const zip = writeZip([
      { name, data: agentText('evil') },
      { name: 'good.md', data: agentText('good') },
    ]);
    const lines = await send(slug, 'mode=write', [{ name: 'a.zip', bytes: zip }]);
    const [evil, good] = filesOf(lines);
    expect([evil?.state, good?.state]).toEqual(['refused', 'imported']);
    expect(evil?.message).toMatch(words);
    expect(evil?.path.length).toBeLessThan(1100);
    expect(await agentsOf(id)).toEqual(['good']);
  });

  it('shows no path that deceives, keeps devices as labels, and says when two paths are one', async () => {
    const { slug } = await fresh();
    const names = ['a\u202Egpj.md', 'CON.md', 'Caf\u00e9.md', 'cafe\u0301.md', 'x/./y//z.md'];
    const zip = writeZip(names.map((name, i) => ({ name, data: agentText(`agent-${i}`) })));
    const files = filesOf(await send(slug, 'mode=write', [{ name: 'a.zip', bytes: zip }]));
    expect(files.map(({ path }) => path)).toEqual([
      'a\uFFFDgpj.md',
      'CON.md',
      'Caf\u00e9.md',
      'cafe\u0301.md',
      'x/y/z.md',
    ]);
    expect(files.map(({ state }) => state)).toEqual(names.map(() => 'imported'));
    expect(files[3]?.message).toMatch(/another file of this path/);
    expect(files[2]?.message).toBe('');
  });

  it('says of other archives that they are to be unpacked, by what they are and not by their name', async () => {
    const { slug } = await fresh();
    const tar = new Uint8Array(1024);
    tar.set(bytesOf('ustar'), 257);
    const files = [
      { name: 'a.md', bytes: new Uint8Array([0x1f, 0x8b, 8, 0]) },
      { name: 'b.tar', bytes: tar },
      { name: 'c.7z', bytes: new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) },
      { name: 'd.rar', bytes: bytesOf('Rar!\u001a\u0007\u0000') },
    ];
    for (const { state, message } of filesOf(await send(slug, 'mode=write', files))) {
      expect([state, message]).toEqual(['refused', expect.stringMatching(/Unpack it/)]);
    }
  });

  it('is not shaken by a body that is none', async () => {
    const { slug } = await fresh();
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    const cases: [RequestInit, string, number][] = [
      [{ body: 'x' }, 'mode=preview', 400],
      [{ body: '{}', headers: { 'content-type': 'application/json' } }, 'mode=preview', 400],
      [{ body: formOf([]) }, 'mode=eat', 400],
      [{ body: formOf([]), headers: { 'content-length': '999999999999' } }, 'mode=preview', 413],
      [{ body: 'no boundary', headers: { 'content-type': 'multipart/form-data' } }, 'mode=write', 400],
    ];
    for (const [init, query, status] of cases) {
      expect((await knock(team.ada, slug, query, init)).status).toBe(status);
    }
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.md"\r\n\r\n';
    for (const body of [
      '',
      'garbage',
      '--b--',
      head,
      `${head}${agentText('cut')}`,
      `--b\r\nx: ${'y'.repeat(1e5)}\r\n\r\n`,
    ]) {
      const lines = await linesOf(await knock(team.ada, slug, 'mode=write', { body, headers: type }));
      expect(lines.at(-1)?.kind).toMatch(/^(?:failed|end)$/);
    }
    const options = formOf([{ name: 'a.md', bytes: agentText('a') }]);
    options.set('options', '{');
    const bad = new FormData();
    bad.append('options', '{"take":["x"]}');
    bad.append('file', new Blob([agentText('a')]), 'a.md');
    const lines = await linesOf(await knock(team.ada, slug, 'mode=write', { body: bad }));
    expect(lines).toEqual([{ kind: 'failed', message: expect.stringContaining('not understood') }]);
  });

  it('reads hundreds of files in one request in their order, and no more than it says', async () => {
    const { id, slug } = await fresh();
    const files = Array.from({ length: 200 }, (_, i) => ({ name: `${i}.md`, bytes: agentText(`n${i}`) }));
    const lines = await send(slug, 'mode=write', files);
    expect(filesOf(lines).map(({ key, state }) => [key, state])).toEqual(
      files.map((_, i) => [String(i), 'imported']),
    );
    expect(await agentsOf(id)).toHaveLength(200);
    const more = await send(slug, 'mode=preview', [...files, { name: 'one-more.md', bytes: 'x' }]);
    expect(more.at(-1)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('at most 200 files'),
    });
  });

  it('stops at a limit at once and reads on only to throw away', async () => {
    const { slug } = await fresh();
    const zip = writeZip(
      Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.txt`, data: 'x', method: 0 })),
    );
    const lines = await send(slug, 'mode=preview', [{ name: 'many.zip', bytes: zip }]);
    expect(filesOf(lines)).toHaveLength(20_000);
    expect(lines.slice(-2)).toEqual([
      { kind: 'archive', key: '0', message: expect.stringContaining('20,000 entries') },
      { kind: 'end' },
    ]);
  });

  it('gives back in an export what was imported, byte for byte, whatever the tree', async () => {
    const part = fc.stringMatching(/^[a-z0-9é日-]{1,10}$/);
    const body = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/\0|\p{Cs}/u.test(text));
    const file = fc.tuple(
      fc.array(part, { maxLength: 3 }),
      body,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 8 }), async (tree) => {
        const { slug } = await fresh();
        const texts = tree.map(([, text, end, bom], i) =>
          [`${bom ? '\uFEFF' : ''}---`, `name: agent-${i}`, 'description: d', '---', text].join(end),
        );
        const zip = zipSync(
          Object.fromEntries(
            tree.map(([folders], i) => [[...folders, `${i}.md`].join('/'), bytesOf(texts[i] ?? '')]),
          ),
        );
        const lines = await send(slug, 'mode=write', [{ name: 'tree.zip', bytes: zip }]);
        expect(statesOf(lines).map(([, state]) => state)).toEqual(tree.map(() => 'imported'));
        const access = await as(team.ada, () => findAccess(slug, 'agent:export'));
        const out = access.ok ? await openZip(access.scope) : null;
        const exported = unzipSync(
          new Uint8Array(await new Response(out?.stream as ReadableStream).arrayBuffer()),
        );
        const sorted = (all: Uint8Array[]) =>
          all.map((bytes) => Buffer.from(bytes).toString('base64')).sort();
        expect(sorted(Object.values(exported))).toEqual(sorted(texts.map(bytesOf)));
      }),
      { numRuns: 15 },
    );
  });
});
