import './testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { changeMemberRole, deleteSession, removeMember } from '@/db';

import { action } from './action';
import { removeMember as removeMemberCommand } from './commands/remove-member';
import { formOf } from './testing/import-door';
import {
  agentText,
  as,
  ask,
  makeMember,
  makePerson,
  makeWorkspace,
  openWorld,
  type Person,
} from './testing/world';

const API = fileURLToPath(new URL('../../app/api/w/[workspace]', import.meta.url));
/** What is promised: five seconds, some of which pass in this test. */
const PROMISED_MS = 5_000;

type Post = Parameters<typeof ask>[1];
const routeOf = async (name: string) =>
  (await import(path.join(API, name, 'route.ts'))) as { GET: Post; POST: Post };

let world: Awaited<ReturnType<typeof openWorld>>;
let workspace: { id: string; slug: string };
let ids: string[];
let owner: Person;

beforeAll(async () => {
  world = await openWorld();
  owner = await makePerson(world.store);
  workspace = await makeWorkspace(world.store, owner);
  const files = Array.from({ length: 40 }, (_, at) => ({
    name: `a${at}.md`,
    bytes: agentText(`agent-${at}`, `${'a'.repeat(30)}!${`word${at} `.repeat(20_000)}\n`),
  }));
  const { POST } = await routeOf('import');
  const url = '/?mode=write';
  const answer = await ask(
    owner,
    POST,
    { workspace: workspace.slug },
    { method: 'POST', url, body: formOf(files) },
  );
  expect(await answer.text()).toContain('"end"');
  const list = await routeOf('agents/ids');
  ids = (await (await ask(owner, list.GET, { workspace: workspace.slug }, { url: '/' })).json()) as string[];
}, 60_000);
afterAll(() => world.dispose());

const post = (body: string) => ({ method: 'POST', body });
const asking: Record<string, (person: Person) => Promise<Response>> = {
  /** A pattern that never ends. */
  bulk: async (person) => {
    const change = { scope: 'body', find: '(a+)+$', insert: '', matchCase: true, wholeWord: false };
    const body = { choice: { ids }, change: { kind: 'replace', isPattern: true, ...change } };
    const { POST } = await routeOf('bulk/preview');
    return ask(person, POST, { workspace: workspace.slug }, post(JSON.stringify(body)));
  },
  /** An upload whose end does not come. */
  import: async (person) => {
    const { POST } = await routeOf('import');
    const form = new Response(formOf([{ name: 'a.md', bytes: agentText('late') }]));
    const start = (await form.clone().text()).slice(0, -20);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
    });
    const headers = { 'content-type': form.headers.get('content-type') ?? '' };
    const init = { method: 'POST', url: '/?mode=preview', headers, body, duplex: 'half' };
    return ask(person, POST, { workspace: workspace.slug }, init as RequestInit);
  },
  /** An answer that nobody reads. */
  duplicates: async (person) => {
    const { GET } = await routeOf('duplicates');
    return ask(person, GET, { workspace: workspace.slug }, { url: '/' });
  },
};

const endings: Record<string, (person: Person) => Promise<unknown>> = {
  'is removed': ({ userId }) => {
    const key = { workspaceId: workspace.id, userId };
    return world.store.write((tx) => removeMember(tx, { ...key, now: Date.now() }));
  },
  'is signed out': ({ sessionId }) => world.store.write((tx) => deleteSession(tx, { sessionId })),
  'may only read now': ({ userId }) => {
    const key = { workspaceId: workspace.id, userId, role: 'viewer' as const };
    return world.store.write((tx) => changeMemberRole(tx, { ...key, now: Date.now() }));
  },
};

const CASES = [
  ['bulk', 'is removed', /does not exist, or you are not a member/],
  ['bulk', 'is signed out', /signed out/],
  ['bulk', 'may only read now', /role in this workspace does not allow/],
  ['import', 'is removed', /does not exist, or you are not a member/],
  ['import', 'may only read now', /role in this workspace does not allow/],
  ['duplicates', 'is removed', /does not exist, or you are not a member/],
] as const;

describe('what is streamed to somebody', () => {
  it.concurrent.each(CASES)(
    '%s, who %s, ends within five seconds, in words',
    async (stream, ending, words) => {
      const member = await makeMember(world.store, workspace.id, 'editor');
      const response = await asking[stream]?.(member);
      expect(response?.status).toBe(200);
      const began = performance.now();
      await endings[ending]?.(member);
      if (stream === 'duplicates') await new Promise((resolve) => setTimeout(resolve, 2_500));
      const lines = ((await response?.text()) ?? '').trim().split('\n');
      expect(performance.now() - began).toBeLessThan(PROMISED_MS);
      expect(JSON.parse(lines.at(-1) ?? '').message).toMatch(words);
    },
  );

  it.concurrent('as a zip breaks off, so that nobody takes it for whole', async () => {
    const member = await makeMember(world.store, workspace.id, 'viewer');
    const { GET } = await routeOf('export');
    const response = await ask(member, GET, { workspace: workspace.slug }, { url: '/' });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    await endings['is removed']?.(member);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await expect(reader?.read()).rejects.toThrow('not a member');
  });

  it.concurrent('goes on for whoever stays', async () => {
    const member = await makeMember(world.store, workspace.id, 'viewer');
    const { GET } = await routeOf('export');
    const response = await ask(member, GET, { workspace: workspace.slug }, { url: '/' });
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    let chunks = 1;
    while (!(await reader?.read())?.done) chunks += 1;
    expect(chunks).toBeGreaterThan(ids.length);
  });

  it('ends at once where this process did it, without waiting for the next look', async () => {
    const remove = action(removeMemberCommand);
    const member = await makeMember(world.store, workspace.id, 'editor');
    const response = await asking.import?.(member);
    const input = { workspace: workspace.slug, userId: member.userId };
    expect(await as(owner, () => remove(input))).toMatchObject({ ok: true });
    const began = performance.now();
    expect(await response?.text()).toContain('not a member');
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('as zips comes two at a time for one person, and the next when one is done or left', async () => {
    const member = await makeMember(world.store, workspace.id, 'viewer');
    const other = await makeMember(world.store, workspace.id, 'viewer');
    const { GET } = await routeOf('export');
    const open = async (person: Person) =>
      (await ask(person, GET, { workspace: workspace.slug }, { url: '/' })).body?.getReader();
    const [first, second, third] = [await open(member), await open(member), await open(member)];
    for (const reader of [first, second]) expect((await reader?.read())?.done).toBe(false);
    expect((await (await open(other))?.read())?.value?.length).toBeGreaterThan(0);
    const isReady = Promise.race([
      third?.read().then(() => true),
      new Promise((resolve) => setTimeout(() => resolve(false), 300)),
    ]);
    expect(await isReady).toBe(false);
    await first?.cancel();
    expect((await third?.read())?.value?.length).toBeGreaterThan(0);
  });

  it('is nothing at all for a stranger', async () => {
    const { GET } = await routeOf('duplicates');
    const answer = () =>
      GET(new Request('http://localhost:3000/'), { params: Promise.resolve({ workspace: workspace.slug }) });
    expect((await as(null, answer)).status).toBe(401);
  });
});
