import '../testing/mocks';

import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeMemberRole, listAuditEvents, listNotifications } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';

import { findAccess } from '../access';
import { action } from '../action';
import { listAgents } from '../reads/agents';
import { exportOutlook, openFile } from '../reads/exports';
import { PUBLISHES as ON, openReviewTeam, type ReviewTeam } from '../testing/review-team';
import { dataOf } from '../testing/team';
import { as, ask, type Person } from '../testing/world';
import { createProposal } from './create-proposal';
import { createThread } from './create-thread';
import { reviewProposal } from './review-proposal';
import { withdrawProposal } from './withdraw-proposal';

const act = {
  propose: action(createProposal),
  review: action(reviewProposal),
  withdraw: action(withdrawProposal),
  comment: action(createThread),
};

type Getter = Parameters<typeof ask>[1];
/** What answers a GET of this address below a workspace. */
async function getterOf(address: string): Promise<Getter> {
  const file = fileURLToPath(new URL(`../../../app/api/w/[workspace]/${address}/route.ts`, import.meta.url));
  return ((await import(file)) as { GET: Getter }).GET;
}

for (const engine of TEST_ENGINES) {
  describe(`reviews on ${engine.name}`, () => {
    let team: ReviewTeam;
    let eve: Person;
    let vera: Person;
    beforeAll(async () => {
      team = await openReviewTeam(await engine.open());
      ({ eve, vera } = team);
    }, 60_000);
    afterAll(() => team.world.dispose());

    const setPolicy: ReviewTeam['setPolicy'] = (...of) => team.setPolicy(...of);
    const published: ReviewTeam['published'] = (...of) => team.published(...of);
    const head: ReviewTeam['head'] = (...of) => team.head(...of);
    const agent: ReviewTeam['agent'] = (...of) => team.agent(...of);
    const save: ReviewTeam['save'] = (...of) => team.save(...of);
    const propose: ReviewTeam['propose'] = (...of) => team.propose(...of);
    const look: ReviewTeam['look'] = (...of) => team.look(...of);
    const say: ReviewTeam['say'] = (...of) => team.say(...of);
    const publish: ReviewTeam['publish'] = (...of) => team.publish(...of);
    const publishedAgent: ReviewTeam['publishedAgent'] = (...of) => team.publishedAgent(...of);

    it('hold what widens until each thing is ticked off, by somebody who may', async () => {
      const one = await publishedAgent();
      const versionId = await save(one, 'Read, Bash, Write');
      const proposalId = await propose([{ ...one, versionId }]);
      const { agents, needs } = await look(proposalId);
      expect(agents[0]?.widenings.map(({ words }) => words).sort()).toEqual(['gains Bash', 'gains Write']);
      expect(needs).toHaveLength(2);
      expect(await publish(proposalId)).toMatchObject({ error: { code: 'conflict' } });
      for (const some of [[], [0]] as number[][]) {
        const held = await say(eve, proposalId, 'approved', (ticks) => some.map((at) => ticks[at] ?? ''));
        expect(held).toMatchObject({
          error: { code: 'invalid_input', message: expect.stringContaining('Tick off each thing') },
        });
      }
      expect(
        await say(eve, proposalId, 'approved', (ticks) => ticks.map((tick) => `${tick}x`)),
      ).toMatchObject({
        ok: false,
      });
      await dataOf(say(eve, proposalId));
      await dataOf(publish(proposalId));
      expect(await published(one.agentId)).toBe(versionId);
      const [row] = await listAuditEvents(team.world.store.read, {
        ...{ workspaceId: team.workspaceId, event: 'proposal.published', offset: 0, limit: 1 },
      });
      expect(row).toMatchObject({
        ...{ subjectId: proposalId, actorId: team.bob.userId },
        details: { versions: [versionId], approvedBy: [eve.userId] },
      });
    });

    it('count neither authors nor those whose role does not do, and are published by editors', async () => {
      const one = await agent();
      const proposalId = await propose([one]);
      await dataOf(say(team.bob, proposalId));
      expect((await look(proposalId, team.bob)).whyNot).toContain('your own work');
      expect(await say(vera, proposalId)).toMatchObject({ error: { code: 'forbidden' } });
      expect(await publish(proposalId)).toMatchObject({ error: { code: 'conflict' } });
      await dataOf(say(eve, proposalId));
      expect(await publish(proposalId, vera)).toMatchObject({ error: { code: 'forbidden' } });
      await dataOf(publish(proposalId));
    });

    it('lose an approval where a new version touched, and keep it elsewhere', async () => {
      const [one, two] = [await agent(), await agent()];
      const proposalId = await propose([one, two]);
      await dataOf(say(eve, proposalId));
      await dataOf(team.revise(proposalId, [{ ...one, versionId: await save(one, 'Read') }, two]));
      const { agents, reviews } = await look(proposalId);
      const approved = Object.fromEntries(agents.map(({ agentId, approvedBy }) => [agentId, approvedBy]));
      expect(approved).toEqual({ [one.agentId]: [], [two.agentId]: ['admin'] });
      expect(reviews).toMatchObject([
        {
          isVoid: false,
          voided: [
            {
              ...{ agentId: one.agentId, title: one.name },
              ...{ read: { number: 1, base: null }, now: { number: 2, base: null } },
            },
          ],
        },
      ]);
      expect(await publish(proposalId)).toMatchObject({ error: { code: 'conflict' } });
      const page = { workspaceId: team.workspaceId, userId: eve.userId, offset: 0, limit: 1 };
      const [told] = await listNotifications(team.world.store.read, page);
      expect(told).toMatchObject({ kind: 'review', subjectId: proposalId });
      await dataOf(say(eve, proposalId));
      await dataOf(publish(proposalId));
    });

    it('refuse what was read of something else', async () => {
      const one = await agent();
      const proposalId = await propose([one]);
      const input = {
        workspace: team.workspace,
        proposalId,
        verdict: 'approved' as const,
        body: '',
        ticks: [],
      };
      for (const readings of [{}, { [one.agentId]: '..other' }]) {
        const late = await as(eve, () => act.review({ ...input, readings }));
        expect(late).toMatchObject({ error: { code: 'conflict' } });
      }
    });

    it('wait for whoever asked for changes, until they come round', async () => {
      const one = await agent();
      const proposalId = await propose([one]);
      await dataOf(say(eve, proposalId));
      await dataOf(say(team.ada, proposalId, 'changes-requested'));
      expect((await look(proposalId)).needs).toEqual(['Ada asked for changes.']);
      expect(await publish(proposalId)).toMatchObject({ error: { code: 'conflict' } });
      await dataOf(say(team.ada, proposalId, 'commented'));
      expect((await publish(proposalId)).ok).toBe(false);
      await dataOf(say(team.ada, proposalId));
      await dataOf(publish(proposalId));
    });

    it('follow the policy and the roles of the moment of publishing', async () => {
      const one = await agent();
      const proposalId = await propose([one]);
      await dataOf(say(eve, proposalId));
      await setPolicy({ ...ON, approvals: 2 });
      expect((await publish(proposalId)).ok).toBe(false);
      await setPolicy(ON);
      const { world, workspaceId } = team;
      const role = (to: 'viewer' | 'admin') =>
        world.store.write((tx) =>
          changeMemberRole(tx, { workspaceId, userId: eve.userId, role: to, now: Date.now() }),
        );
      await role('viewer');
      expect((await publish(proposalId)).ok).toBe(false);
      await role('admin');
      await setPolicy({ ...ON, enabled: false });
      expect((await publish(proposalId)).ok).toBe(false);
      await setPolicy(ON);
      await dataOf(publish(proposalId));
    });

    it('publish all of a proposal or nothing, once, also in a race', async () => {
      const [one, two] = [await agent(), await agent()];
      const both = await propose([one, two]);
      const single = await propose([two]);
      await dataOf(say(eve, both));
      await dataOf(say(eve, single));
      const answers = await Promise.all([publish(both), publish(single), publish(both)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const first = (await published(one.agentId)) !== null;
      expect(await published(two.agentId)).toBe(two.versionId);
      const { state, closedBy } = await look(both);
      expect(first).toBe(state === 'published');
      expect(closedBy !== null).toBe(first);
      const late = first ? single : both;
      expect(await publish(late)).toMatchObject({ error: { code: 'conflict' } });
    });

    it('never publish what somebody asks to change at the same moment and is heard first', async () => {
      for (let round = 0; round < 5; round++) {
        const one = await agent();
        const proposalId = await propose([one]);
        await dataOf(say(eve, proposalId));
        const [asked, out] = await Promise.all([
          say(team.ada, proposalId, 'changes-requested'),
          publish(proposalId),
        ]);
        // Whoever came first decides: after a publication there is nothing to review any more.
        expect([asked.ok, out.ok].filter(Boolean)).toHaveLength(1);
        expect((await published(one.agentId)) !== null).toBe(out.ok);
      }
    });

    it('are undone by publishing what was published before, and go on from there', async () => {
      const one = await publishedAgent();
      const versionId = await save(one, 'Read');
      const proposalId = await propose([{ ...one, versionId }]);
      await dataOf(say(eve, proposalId));
      await dataOf(publish(proposalId));
      await dataOf(team.undo(proposalId));
      expect(await published(one.agentId)).toBe(one.versionId);
      expect(await team.undo(proposalId)).toMatchObject({
        error: { code: 'conflict' },
      });
      await dataOf(publish(proposalId));
      expect(await published(one.agentId)).toBe(versionId);
    });

    it('are undone by an owner or admin alone where agents may do more by what was before', async () => {
      const one = await publishedAgent('Read, Bash');
      const proposalId = await propose([{ ...one, versionId: await save(one, 'Read') }]);
      await dataOf(say(eve, proposalId));
      await dataOf(publish(proposalId));
      expect(await team.undo(proposalId)).toMatchObject({
        error: { code: 'forbidden', message: expect.stringContaining('(gains Bash)') },
      });
      expect(await published(one.agentId)).not.toBe(one.versionId);
      await dataOf(team.undo(proposalId, eve));
      expect(await published(one.agentId)).toBe(one.versionId);
    });

    it('are taken back, and then neither read nor published', async () => {
      const one = await agent();
      const proposalId = await propose([one]);
      const { workspace, bob } = team;
      await dataOf(as(bob, () => act.withdraw({ workspace, proposalId })));
      expect(await say(eve, proposalId)).toMatchObject({ error: { code: 'conflict' } });
      expect(await publish(proposalId)).toMatchObject({ error: { code: 'conflict' } });
    });

    it('are told of to whom they concern, and talked about by what changes', async () => {
      const one = await agent();
      const proposalId = await propose([one], [eve.userId]);
      const inbox = async ({ userId }: Person) => {
        const page = { workspaceId: team.workspaceId, userId, offset: 0, limit: 1 };
        return (await listNotifications(team.world.store.read, page))[0];
      };
      expect(await inbox(eve)).toMatchObject({ kind: 'review', subjectId: proposalId, by: 'editor' });
      await dataOf(say(eve, proposalId));
      expect(await inbox(team.bob)).toMatchObject({ kind: 'decision', by: 'admin' });
      const place = { kind: 'change' as const, key: 'field tools', words: 'Tools' };
      const talk = { workspace: team.workspace, agentId: one.agentId, place, body: 'Why?' };
      await dataOf(as(vera, () => act.comment({ ...talk, proposalId })));
      const other = await agent();
      const wrong = { ...talk, agentId: other.agentId, proposalId };
      expect(await as(vera, () => act.comment(wrong))).toMatchObject({ error: { code: 'not_found' } });
    });

    it('decide what exports give, unless what was saved last is asked for', async () => {
      const one = await publishedAgent();
      const before = await head(one.agentId);
      await save(one, 'Read, Bash');
      const taken = (as_?: 'saved') =>
        as(team.ada, async () => {
          const access = await findAccess(team.workspace, 'agent:export');
          return access.ok ? openFile(access.scope, one.agentId, undefined, as_) : null;
        });
      expect(await published(one.agentId)).toBe(before);
      expect((await taken())?.text).not.toContain('Bash');
      expect((await taken('saved'))?.text).toContain('Bash');
      const fresh = await agent();
      await expect(
        as(team.ada, async () => {
          const access = await findAccess(team.workspace, 'agent:export');
          return access.ok ? openFile(access.scope, fresh.agentId) : 'no access';
        }),
      ).rejects.toThrow(`/api/w/${team.workspace}/agents/${fresh.agentId}/download?as=saved`);
      const rows = await as(team.ada, () => listAgents(team.workspace, { limit: 200 }));
      const said = rows.agents.map(({ id, versionNumber, publishedNumber }) => [
        ...[id, versionNumber, publishedNumber],
      ]);
      expect(said).toEqual(
        expect.arrayContaining([
          [one.agentId, 2, 1],
          [fresh.agentId, 1, null],
        ]),
      );
      const outlook = (as_?: 'saved') =>
        as(team.ada, async () => {
          const access = await findAccess(team.workspace, 'agent:export');
          const ids = [one.agentId, fresh.agentId, 'nobody'];
          return access.ok ? exportOutlook(access.scope, { ids, as: as_ }) : null;
        });
      for (const as_ of [undefined, 'saved'] as const) {
        expect(await outlook(as_)).toMatchObject({
          ...{ meant: 2, published: 1, unpublished: [{ agentId: fresh.agentId, title: fresh.name }] },
        });
      }
    });

    it('answer an address of what is not published with words, for programs and for people', async () => {
      const download = await getterOf('agents/[agent]/download');
      const exportAll = await getterOf('export');
      const { agentId } = await agent();
      const params = { workspace: team.workspace, agent: agentId };
      const said = `/api/w/${team.workspace}/agents/${agentId}/download?as=saved`;
      const asked = (headers: Record<string, string>, url = '') =>
        ask(team.ada, download, params, { headers, url: `/${url}` });
      const program = await asked({});
      expect([program.status, await program.json()]).toEqual([
        404,
        { error: { code: 'not_found', message: expect.stringContaining(said) } },
      ]);
      const person = await asked({ 'sec-fetch-mode': 'navigate' });
      expect([person.status, person.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
      expect(await person.text()).toMatch(/^Nothing of this agent is published yet/);
      expect((await asked({}, '?as=saved')).status).toBe(200);
      const zip = (url: string) =>
        ask(team.ada, exportAll, { workspace: team.workspace }, { url: `${url}ids=${agentId}` });
      const empty = await zip('/?');
      expect([empty.status, await empty.text()]).toEqual([404, expect.stringContaining('export?as=saved')]);
      expect((await zip('/?as=saved&')).status).toBe(200);
    });

    it('begin with what is there only as publishing is turned on', async () => {
      const one = await agent();
      await setPolicy(ON, true);
      expect(await published(one.agentId)).toBeNull();
      await setPolicy({ ...ON, enabled: false });
      expect((await setPolicy(ON, true)).adopted).toBeGreaterThan(0);
      expect(await published(one.agentId)).toBe(one.versionId);
      const { workspace, bob } = team;
      const again = {
        workspace,
        title: 'x',
        reason: '',
        reviewers: [],
        agents: [{ agentId: one.agentId, versionId: one.versionId }],
      };
      expect(await as(bob, () => act.propose(again))).toMatchObject({ error: { code: 'conflict' } });
    });
  });
}
