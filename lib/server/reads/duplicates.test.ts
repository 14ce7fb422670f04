import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteAgents, getAgent, listAgentsWithoutProfile, removeMember, saveVersion } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import type { DuplicateCluster, DuplicatesLine } from '@/lib/contract';
import { PROFILE_VERSION } from '@/lib/similarity';
import { findAccess, type Scope } from '../access';
import { action } from '../action';
import { agentFacts } from '../agent-facts';
import { dismissDuplicates } from '../commands/dismiss-duplicates';
import { importAgents } from '../commands/import-agents';
import { undismissDuplicates } from '../commands/undismiss-duplicates';
import { readAhead } from '../similarity-index';
import { forgetSingleton } from '../singleton';
import { dataOf } from '../testing/team';
import {
  as,
  makeMember,
  makePerson,
  makeWorkspace,
  openWorld,
  type Person,
  type World,
} from '../testing/world';
import { getThreads } from '../threads/threads';
import { pairEvidence, similarAgents, streamDuplicates } from './duplicates';

const file = (name: string, description: string, body: string) =>
  `---\nname: ${name}\ndescription: ${description}\n---\n\n${body}`;

const MIGRATIONS = `You write and review database migrations for PostgreSQL.

## How you work

- Read the present schema before you propose a change of it.
- Split every change that locks a large table into steps that do not lock.
- Write the way back beside the way forward, and try both on a copy.
- Never drop a column in the release that stops reading it.
- Backfill in batches, and say how long each of them takes.

## What you answer

List the steps in the order in which they are to be deployed, with the risk of each.
`;

const TEXTS = {
  first: file('migration-writer', 'Use for changes of the database schema.', MIGRATIONS),
  /** The first with another line at its end. */
  copy: file(
    'schema-migrations',
    'Use for changes of the database schema.',
    `${MIGRATIONS}\nAsk before you touch production.\n`,
  ),
  /** The first with other line ends. */
  same: file('migration-writer', 'Use for changes of the database schema.', MIGRATIONS).replaceAll(
    '\n',
    '\r\n',
  ),
  other: file(
    'release-notes',
    'Use to tell customers what is new.',
    'You turn merged pull requests into notes that a customer understands.\n\n- Group them by what a person can do now.\n- Leave out refactorings.\n',
  ),
};

for (const engine of TEST_ENGINES) {
  describe(`what is alike on ${engine.name}`, () => {
    let world: World;
    let ada: Person;
    let workspace: { id: string; slug: string };
    const ids: Record<string, string> = {};

    const bringIn = action(importAgents);
    const dismiss = action(dismissDuplicates);
    const undismiss = action(undismissDuplicates);

    beforeAll(async () => {
      forgetSingleton('similarity-indexes');
      world = await openWorld(await engine.open());
      ada = await makePerson(world.store);
      workspace = await makeWorkspace(world.store, ada);
      for (const [key, text] of Object.entries(TEXTS)) ids[key] = await add(text);
    }, 120_000);
    afterAll(() => world.dispose());

    const id = (key: keyof typeof TEXTS): string => ids[key] ?? '';

    async function add(text: string, slug = workspace.slug): Promise<string> {
      const bytes = new TextEncoder().encode(text);
      const file = { key: '0', path: 'a.md', bytes, sameName: 'keep' as const, remark: null };
      const [line] = await dataOf(as(ada, () => bringIn({ workspace: slug, files: [file] })));
      return line?.agent?.id ?? '';
    }
    async function scopeOf(slug = workspace.slug): Promise<Scope> {
      const access = await as(ada, () => findAccess(slug, 'duplicates:read'));
      if (!access.ok) throw new Error(access.code);
      return access.scope;
    }
    async function look(slug = workspace.slug, signal = new AbortController().signal) {
      const lines: DuplicatesLine[] = [];
      const send = async (line: DuplicatesLine) => void lines.push(line);
      await streamDuplicates(await scopeOf(slug), { send, signal });
      const clusters = lines.flatMap((line) => (line.kind === 'clusters' ? line.clusters : []));
      return { lines, clusters };
    }
    const membersOf = ({ members }: DuplicateCluster) => members.map(({ agentId }) => agentId).sort();
    const similar = async (text: string, except?: string) =>
      similarAgents(await scopeOf(), { text, ...(except && { except }) }, new AbortController().signal);

    it('is found with its tier, its reasons and what merging would save', async () => {
      const { clusters, lines } = await look();
      expect(lines.at(-1)).toEqual({ kind: 'done', agents: Object.keys(TEXTS).length, dismissed: [] });
      expect(lines[0]).toMatchObject({ kind: 'progress', step: 'reading' });
      const [cluster, ...more] = clusters;
      expect(more).toEqual([]);
      if (!cluster) throw new Error('no cluster');
      expect(membersOf(cluster)).toEqual([id('first'), id('copy'), id('same')].sort());
      expect(cluster).toMatchObject({ title: 'Migration writer', tier: 'copy', hiddenAgents: 1 });
      expect(cluster.reasons.length).toBeGreaterThan(0);
      expect(cluster.rosterTokens).toBeGreaterThan(0);
      expect(cluster.scores.map(({ tier }) => tier).sort()).toEqual(['copy', 'copy', 'same']);
      expect((await look()).clusters).toEqual(clusters);
    });

    it('has evidence, pair by pair', async () => {
      const signal = new AbortController().signal;
      const answer = await pairEvidence(await scopeOf(), [id('first'), id('copy')], signal);
      expect(answer).toMatchObject({
        a: { agentId: id('first'), text: TEXTS.first },
        b: { agentId: id('copy'), text: TEXTS.copy },
        evidence: { tier: 'copy' },
        dismissed: null,
      });
      expect(answer?.evidence.matches.length).toBeGreaterThan(4);
      const [cluster] = (await look()).clusters;
      const at = cluster?.members.map(({ agentId }) => agentId) ?? [];
      // Of three members the pairs are (0,1), (0,2), (1,2): which of them it is follows from the sum of its places.
      const place = at.indexOf(id('first')) + at.indexOf(id('copy')) - 1;
      expect(answer?.evidence).toMatchObject({ ...cluster?.scores[place] });
      expect(answer?.evidence.onlyB.map(({ text }) => text).join()).toContain('Ask before you touch');
      expect(await pairEvidence(await scopeOf(), [id('first'), id('first')], signal)).toBeNull();
      expect(await pairEvidence(await scopeOf(), [id('first'), 'unknown'], signal)).toBeNull();
    });

    it('is told while a text is being written, but not of itself', async () => {
      const found = await similar(TEXTS.first, id('first'));
      expect(found.map(({ agentId }) => agentId).sort()).toEqual([id('copy'), id('same')].sort());
      expect(found[0]).toMatchObject({ agentId: id('same'), tier: 'same', title: 'migration-writer' });
      expect(found.every(({ reasons }) => reasons.length > 0 && reasons.length <= 3)).toBe(true);
      expect(await similar(file('x', 'Waters the plants.', 'You water the plants of the office.\n'))).toEqual(
        [],
      );
    });

    it('is no more what a person called no duplicates, until that is taken back', async () => {
      const pairs: [string, string][] = [[id('copy'), id('first')]];
      expect(await as(ada, () => dismiss({ workspace: workspace.slug, pairs }))).toMatchObject({
        data: { count: 1 },
      });
      const { clusters, lines } = await look();
      for (const cluster of clusters) {
        expect(membersOf(cluster)).not.toEqual(expect.arrayContaining([id('first'), id('copy')]));
      }
      expect(lines.at(-1)).toMatchObject({ kind: 'done', dismissed: [{ by: 'Ada' }] });
      const signal = new AbortController().signal;
      const answer = await pairEvidence(await scopeOf(), [id('first'), id('copy')], signal);
      expect(answer?.dismissed).toMatchObject({ by: 'Ada' });
      await as(ada, () => undismiss({ workspace: workspace.slug, pairs }));
      expect((await look()).clusters.map(membersOf)).toEqual([[id('first'), id('copy'), id('same')].sort()]);
    });

    it('follows every change, also those of other processes', async () => {
      const { store } = world;
      const change = { workspaceId: workspace.id, userId: ada.userId, now: Date.now() };
      const key = { workspaceId: workspace.id, agentId: id('other') };
      const other = await getAgent(store.read, key);
      // Written past this process, which is not told of it; and without a profile, which is made when it is asked for.
      const save = { ...change, ...key, text: TEXTS.same, facts: agentFacts(TEXTS.same, null) };
      const baseVersionId = other?.version.versionId ?? '';
      await store.write((tx) => saveVersion(tx, { ...save, baseVersionId }));
      expect(membersOf((await look()).clusters[0] as DuplicateCluster)).toContain(id('other'));
      const waiting = { ...key, recipe: PROFILE_VERSION, limit: 1 };
      expect(await listAgentsWithoutProfile(store.read, waiting)).toEqual([]);
      await store.write((tx) => deleteAgents(tx, { ...change, agentIds: [id('other')] }));
      expect(membersOf((await look()).clusters[0] as DuplicateCluster)).not.toContain(id('other'));
      expect((await similar(TEXTS.first)).map(({ agentId }) => agentId)).not.toContain(id('other'));
    });

    it('is found again after the thread was lost', async () => {
      const before = (await look()).clusters;
      await getThreads().similarity.close();
      expect((await look()).clusters).toEqual(before);
      // At its limit a job takes the thread with it, and whoever asked something else is told all anew.
      const kill = () => getThreads().similarity.run('drop', { workspaceId: 'x' }, { limitMs: 0 });
      const asked = [similar(TEXTS.first), look(), similar(TEXTS.copy)] as const;
      await new Promise((resolve) => setTimeout(resolve, 5));
      await kill().catch(() => undefined);
      const [first, found, copy] = await Promise.all(asked);
      expect([first.length, found.clusters, copy.length]).toEqual([3, before, 3]);
    });

    it('is read ahead, so that whoever asks waits for no reading', async () => {
      const steps = async () =>
        (await look()).lines.flatMap((line) => (line.kind === 'progress' ? line.step : []));
      forgetSingleton('similarity-indexes');
      expect(await steps()).toContain('reading');
      forgetSingleton('similarity-indexes');
      await readAhead(workspace.id);
      expect(await steps()).not.toContain('reading');
      expect((await look()).clusters).toHaveLength(1);
    });

    it('is nobody else’s business', async () => {
      const elsewhere = await makeWorkspace(world.store, ada);
      await add(TEXTS.first, elsewhere.slug);
      expect((await look(elsewhere.slug)).clusters).toEqual([]);
      const signal = new AbortController().signal;
      expect(await pairEvidence(await scopeOf(elsewhere.slug), [id('first'), id('copy')], signal)).toBeNull();
    });

    it('is not told to a member who was removed while it was looked for', async () => {
      const bob = await makeMember(world.store, workspace.id, 'viewer');
      const access = await as(bob, () => findAccess(workspace.slug, 'duplicates:read'));
      if (!access.ok) throw new Error(access.code);
      const removal = { workspaceId: workspace.id, userId: bob.userId, now: Date.now() };
      await world.store.write((tx) => removeMember(tx, removal));
      const lines: DuplicatesLine[] = [];
      const send = async (line: DuplicatesLine) => void lines.push(line);
      const stream = streamDuplicates(access.scope, { send, signal: new AbortController().signal });
      await expect(stream).rejects.toMatchObject({ code: 'not_found' });
      expect(lines.filter(({ kind }) => kind !== 'progress')).toEqual([]);
    });

    it('is not looked for any more when nobody waits', async () => {
      const leaving = new AbortController();
      leaving.abort(new Error('left'));
      await expect(look(workspace.slug, leaving.signal)).rejects.toThrow('left');
      expect((await look()).clusters).toHaveLength(1);
    });
  });
}
