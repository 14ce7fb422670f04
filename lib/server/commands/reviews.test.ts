import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { changeMemberRole, listAuditEvents, listLabelled, listNotifications, listVersions } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import {
  DEFAULT_PUBLISHING,
  PUBLISHED,
  type PublishingPolicy,
  type ReviewProposalInput,
} from '@/lib/contract';

import { findAccess } from '../access';
import { action } from '../action';
import { openFile } from '../reads/exports';
import { openReview } from '../reads/reviews';
import { dataOf, openTeam, type Team } from '../testing/team';
import { as, makeMember, type Person } from '../testing/world';
import { createAgent } from './create-agent';
import { createProposal } from './create-proposal';
import { createThread } from './create-thread';
import { publishProposal } from './publish-proposal';
import { reviewProposal } from './review-proposal';
import { reviseProposal } from './revise-proposal';
import { saveAgent } from './save-agent';
import { setPublishing } from './set-publishing';
import { undoPublication } from './undo-publication';
import { withdrawProposal } from './withdraw-proposal';

const act = {
  make: action(createAgent),
  save: action(saveAgent),
  policy: action(setPublishing),
  propose: action(createProposal),
  revise: action(reviseProposal),
  withdraw: action(withdrawProposal),
  review: action(reviewProposal),
  publish: action(publishProposal),
  undo: action(undoPublication),
  comment: action(createThread),
};

const ON: PublishingPolicy = { ...DEFAULT_PUBLISHING, enabled: true };
let made = 0;
const text = (name: string, tools: string, body = 'You help.') =>
  `---\nname: ${name}\ndescription: Helps with ${name}.\ntools: ${tools}\n---\n\n${body}\n`;

for (const engine of TEST_ENGINES) {
  describe(`reviews on ${engine.name}`, () => {
    let team: Team;
    let eve: Person;
    let vera: Person;
    beforeAll(async () => {
      team = await openTeam(await engine.open());
      eve = await makeMember(team.world.store, team.workspaceId, 'admin');
      vera = await makeMember(team.world.store, team.workspaceId, 'viewer');
      await setPolicy(ON);
    }, 60_000);
    afterAll(() => team.world.dispose());

    const setPolicy = (policy: PublishingPolicy, adopt = false) =>
      dataOf(as(team.ada, () => act.policy({ workspace: team.workspace, policy, adopt })));
    const published = async (agentId: string) => {
      const { world, workspaceId } = team;
      const found = await listLabelled(world.store.read, {
        workspaceId,
        name: PUBLISHED,
        agentIds: [agentId],
      });
      return found.get(agentId) ?? null;
    };
    const head = async (agentId: string) => {
      const page = { workspaceId: team.workspaceId, agentId, limit: 1 };
      const [row] = await listVersions(team.world.store.read, page);
      return row?.versionId ?? '';
    };
    /** Bob makes an agent that may do this. */
    async function agent(tools = 'Read') {
      const { workspace, bob } = team;
      const name = `agent-${++made}`;
      const { agentId } = await dataOf(as(bob, () => act.make({ workspace, text: text(name, tools) })));
      return { agentId, name, versionId: await head(agentId) };
    }
    async function save({ agentId, name }: { agentId: string; name: string }, tools: string, by = team.bob) {
      const input = { workspace: team.workspace, agentId, baseVersionId: await head(agentId) };
      await dataOf(as(by, () => act.save({ ...input, text: text(name, tools, `v${++made}`) })));
      return head(agentId);
    }
    async function propose(agents: { agentId: string; versionId: string }[], reviewers: string[] = []) {
      const { workspace, bob } = team;
      const picked = agents.map(({ agentId, versionId }) => ({ agentId, versionId }));
      const input = { workspace, title: `Ship ${++made}`, reason: '', agents: picked, reviewers };
      return (await dataOf(as(bob, () => act.propose(input)))).proposalId;
    }
    const look = (proposalId: string, person = team.ada) =>
      as(person, async () => {
        const access = await findAccess(team.workspace, 'proposal:read');
        const found = access.ok ? await openReview(access.scope, proposalId) : null;
        if (!found) throw new Error('no review');
        return found;
      });
    async function say(
      person: Person,
      proposalId: string,
      verdict: ReviewProposalInput['verdict'] = 'approved',
      ticked: (ticks: string[]) => string[] = (ticks) => ticks,
    ) {
      const { agents } = await look(proposalId);
      const readings = Object.fromEntries(agents.map(({ agentId, reading }) => [agentId, reading]));
      const ticks = ticked(agents.flatMap(({ widenings }) => widenings.map(({ tick }) => tick)));
      const input = { workspace: team.workspace, proposalId, verdict, body: 'Said', readings, ticks };
      return as(person, () => act.review(input));
    }
    const publish = (proposalId: string, person = team.bob) =>
      as(person, () => act.publish({ workspace: team.workspace, proposalId }));
    /** An agent of which the first version is published. */
    async function publishedAgent(tools = 'Read') {
      const fresh = await agent(tools);
      const proposalId = await propose([fresh]);
      await dataOf(say(eve, proposalId));
      await dataOf(publish(proposalId));
      return fresh;
    }

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
      const { workspace, bob } = team;
      const moved = [{ agentId: one.agentId, versionId: await save(one, 'Read') }, two].map(
        ({ agentId, versionId }) => ({ agentId, versionId }),
      );
      await dataOf(as(bob, () => act.revise({ workspace, proposalId, agents: moved })));
      const { agents } = await look(proposalId);
      const approved = Object.fromEntries(agents.map(({ agentId, approvedBy }) => [agentId, approvedBy]));
      expect(approved).toEqual({ [one.agentId]: [], [two.agentId]: ['admin'] });
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
      expect(first).toBe((await look(both)).state === 'published');
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
      const { workspace, bob } = team;
      await dataOf(as(bob, () => act.undo({ workspace, proposalId })));
      expect(await published(one.agentId)).toBe(one.versionId);
      expect(await as(bob, () => act.undo({ workspace, proposalId }))).toMatchObject({
        error: { code: 'conflict' },
      });
      await dataOf(publish(proposalId));
      expect(await published(one.agentId)).toBe(versionId);
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
      expect(
        await as(team.ada, async () => {
          const access = await findAccess(team.workspace, 'agent:export');
          return access.ok ? openFile(access.scope, (await agent()).agentId) : 'no access';
        }),
      ).toBeNull();
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
