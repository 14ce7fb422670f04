import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  addReview,
  changeMemberRole,
  createMembership,
  deleteAgents,
  lockProposal,
  purgeAgents,
  removeMember,
  shelveAgents,
  type Tx,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';

import { action } from '../action';
import { openReviewTeam, type Proposed, PUBLISHES, type ReviewTeam } from '../testing/review-team';
import { dataOf } from '../testing/team';
import { as, makeMember } from '../testing/world';
import { createThread } from './create-thread';

const comment = action(createThread);

/** What is published only after somebody who may has read it, whatever others try meanwhile. */
for (const engine of TEST_ENGINES) {
  describe(`what must not be published, on ${engine.name}`, () => {
    let team: ReviewTeam;
    beforeAll(async () => {
      team = await openReviewTeam(await engine.open());
    }, 60_000);
    afterAll(() => team.world.dispose());

    const refused = async (proposalId: string, agent: Proposed, was: string | null = null) => {
      expect(await team.publish(proposalId)).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(await team.published(agent.agentId)).toBe(was);
    };
    const write = <T>(change: (tx: Tx) => Promise<T>): Promise<T> => team.world.store.write(change);

    it('is what was ticked off by keys of something else, however they came in', async () => {
      const one = await team.publishedAgent();
      const versionId = await team.save(one, 'Read, Bash, Write');
      const proposalId = await team.propose([{ ...one, versionId }]);
      const forged = [
        [],
        [`${one.agentId} tool:Bash`],
        [`${one.agentId} tool:Bash`, `${one.agentId} tool:write`, `other tool:Write`],
        [`${one.agentId} tool:Bash, tool:Write`, '*', ''],
      ];
      for (const ticks of forged) {
        expect(await team.say(team.eve, proposalId, 'approved', () => ticks)).toMatchObject({ ok: false });
        // As if the door had let them through.
        const { agents } = await team.look(proposalId);
        const readings = Object.fromEntries(agents.map(({ agentId, reading }) => [agentId, reading]));
        const given = { userId: team.eve.userId, verdict: 'approved' as const, body: '', readings, ticks };
        const key = { workspaceId: team.workspaceId, proposalId };
        await write((tx) => addReview(tx, { ...key, ...given, now: Date.now() }));
        await refused(proposalId, one, one.versionId);
      }
    });

    it('is what a hook of any length lets it do, unless that is ticked off as it is', async () => {
      const one = await team.publishedAgent();
      const command = 'x'.repeat(20_000);
      const hook = `Read\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ${command}`;
      const proposalId = await team.propose([{ ...one, versionId: await team.save(one, hook) }]);
      const { agents } = await team.look(proposalId);
      expect(agents[0]?.widenings[0]?.detail).toContain(command);
      const cut = (ticks: string[]) => ticks.map((tick) => tick.slice(0, 10_000));
      expect(await team.say(team.eve, proposalId, 'approved', cut)).toMatchObject({ ok: false });
      await refused(proposalId, one, one.versionId);
      await dataOf(team.say(team.eve, proposalId));
      await dataOf(team.publish(proposalId));
    });

    it('is what was approved by somebody who was removed, or got a lesser role, since', async () => {
      const { workspaceId } = team;
      const cleo = await makeMember(team.world.store, workspaceId, 'admin');
      const one = await team.agent('Read, Bash');
      const proposalId = await team.propose([one]);
      await dataOf(team.say(cleo, proposalId));
      const who = { workspaceId, userId: cleo.userId, now: Date.now() };
      await write((tx) => changeMemberRole(tx, { ...who, role: 'editor' }));
      // An editor approves, but not what widens.
      await refused(proposalId, one);
      await write((tx) => removeMember(tx, who));
      await refused(proposalId, one);
      expect(await team.say(cleo, proposalId)).toMatchObject({ error: { code: 'not_found' } });
      await write((tx) => createMembership(tx, { ...who, role: 'viewer' }));
      await refused(proposalId, one);
    });

    it('is another version than the one that was read, put in at the same moment', async () => {
      for (let round = 0; round < 5; round++) {
        const one = await team.agent();
        const proposalId = await team.propose([one]);
        const versionId = await team.save(one, 'Read, Bash');
        const [said] = await Promise.all([
          team.say(team.eve, proposalId),
          team.revise(proposalId, [{ ...one, versionId }]),
        ]);
        const { agents } = await team.look(proposalId);
        expect(agents[0]?.versionId).toBe(versionId);
        // Whoever was earlier: the approval was of the former version, or was refused.
        expect(agents[0]?.approvedBy).toEqual([]);
        if (!said.ok) expect(said.error.code).toBe('conflict');
        await refused(proposalId, one);
      }
    });

    it('is an old version that its approver put into the proposal of somebody else', async () => {
      const one = await team.publishedAgent();
      const wide = await team.save(one, 'Read, Bash');
      const versionId = await team.save(one, 'Read');
      const proposalId = await team.propose([{ ...one, versionId }]);
      expect(await team.revise(proposalId, [{ ...one, versionId: wide }], team.eve)).toMatchObject({
        error: { code: 'forbidden', message: expect.stringContaining('make a proposal of your own') },
      });
      // The newest one anybody may put in, and the proposer any.
      const newest = await team.save(one, 'Read');
      await dataOf(team.revise(proposalId, [{ ...one, versionId: newest }], team.eve));
      await dataOf(team.revise(proposalId, [{ ...one, versionId: wide }]));
      await refused(proposalId, one, one.versionId);
    });

    it('is what is in the bin, in the archive or gone for good, and the page says which', async () => {
      const { workspaceId, bob } = team;
      const [one, two, three] = [await team.agent(), await team.agent(), await team.agent()];
      const proposalId = await team.propose([one, two, three]);
      await dataOf(team.say(team.eve, proposalId));
      const by = { workspaceId, userId: bob.userId, now: Date.now() };
      await write((tx) => deleteAgents(tx, { ...by, agentIds: [one.agentId, three.agentId] }));
      await write((tx) => shelveAgents(tx, { ...by, agentIds: [two.agentId] }));
      await refused(proposalId, one);
      await write((tx) => purgeAgents(tx, { ...by, agentIds: [three.agentId] }));
      const { agents, needs, reviews } = await team.look(proposalId);
      const places = Object.fromEntries(agents.map(({ agentId, place }) => [agentId, place]));
      expect(places).toEqual({ [one.agentId]: 'bin', [two.agentId]: 'archive' });
      expect(needs).toEqual([
        `${one.name} is in the bin. Bring it back, or update the proposal to leave it out.`,
        `${two.name} is in the archive. Bring it back, or update the proposal to leave it out.`,
      ]);
      expect(reviews[0]?.voided).toMatchObject([{ agentId: three.agentId, title: null, now: null }]);
      await refused(proposalId, two);
      const place = { kind: 'change' as const, key: 'field tools', words: 'Tools' };
      const talk = { workspace: team.workspace, proposalId, place, body: 'Why?' };
      expect(await as(team.vera, () => comment({ ...talk, agentId: one.agentId }))).toMatchObject({
        error: { code: 'conflict', message: expect.stringContaining(`${one.name} is in the bin`) },
      });
      expect(await as(team.vera, () => comment({ ...talk, agentId: three.agentId }))).toMatchObject({
        error: { code: 'not_found' },
      });
      await dataOf(as(team.vera, () => comment({ ...talk, agentId: two.agentId })));
    });

    it('is what was taken back, after somebody published the same version again', async () => {
      const one = await team.publishedAgent();
      const versionId = await team.save(one, 'Read');
      const first = await team.propose([{ ...one, versionId }]);
      await dataOf(team.say(team.eve, first));
      await dataOf(team.publish(first));
      const back = await team.propose([one]);
      await dataOf(team.say(team.eve, back));
      await dataOf(team.publish(back));
      const again = await team.propose([{ ...one, versionId }]);
      await dataOf(team.say(team.eve, again));
      await dataOf(team.publish(again));
      for (const late of [first, back]) {
        expect(await team.undo(late)).toMatchObject({
          error: { code: 'conflict', message: expect.stringContaining('Something else was published') },
        });
      }
      expect(await team.published(one.agentId)).toBe(versionId);
      await team.setPolicy({ ...PUBLISHES, enabled: false });
      expect(await team.undo(again)).toMatchObject({
        error: { code: 'conflict', message: expect.stringContaining('turned off') },
      });
      await team.setPolicy(PUBLISHES);
      await dataOf(team.undo(again));
      expect(await team.published(one.agentId)).toBe(one.versionId);
    });

    it('is nothing that was closed meanwhile, also by two who close it at once', async () => {
      const one = await team.agent();
      const proposalId = await team.propose([one]);
      await dataOf(team.say(team.eve, proposalId));
      const answers = await Promise.all([0, 1, 2].map(() => team.publish(proposalId)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const key = { workspaceId: team.workspaceId, proposalId, now: Date.now() };
      expect(await write((tx) => lockProposal(tx, key))).toBe(false);
    });
  });

  describe(`what nobody could approve, on ${engine.name}`, () => {
    it('is said on the proposal, with what helps, and not where it was published', async () => {
      const team = await openReviewTeam(await engine.open());
      const { workspaceId, ada, bob, eve } = team;
      await team.world.store.write((tx) =>
        removeMember(tx, { workspaceId, userId: eve.userId, now: Date.now() }),
      );
      const wide = await team.propose([await team.agent('Read, Bash', ada)], [], ada);
      expect((await team.look(wide, bob)).stuck).toEqual([
        expect.stringMatching(
          /nobody can get this approved.*owner or admin who neither wrote nor proposed it/,
        ),
        expect.stringMatching(/^Make somebody else an admin/),
      ]);
      const mine = await team.look(wide, ada);
      expect([mine.mayApprove, mine.whyNot]).toEqual([
        false,
        expect.stringMatching(/^This is your own work/),
      ]);
      await team.setPolicy({ ...PUBLISHES, authorsApprove: true });
      expect((await team.look(wide)).stuck).toEqual([]);
      await dataOf(team.say(ada, wide));
      await dataOf(team.publish(wide));
      await team.setPolicy(PUBLISHES);
      expect((await team.look(wide)).stuck).toEqual([]);
      await team.world.dispose();
    }, 60_000);
  });
}
