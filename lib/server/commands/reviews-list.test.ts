import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

import { TEST_ENGINES } from '@/db/testing/engines';

import { findAccess } from '../access';
import { requireAgent } from '../reads/agents';
import { pageOfReviews } from '../reads/reviews';
import { judgedAtOnce } from '../review-list';
import { openReviewTeam, PUBLISHES, type ReviewTeam } from '../testing/review-team';
import { dataOf } from '../testing/team';
import { as, type Person } from '../testing/world';

test('a page judges no more agents than one review may hold, and at least one proposal', () => {
  const rows = [120, 80, 1, 200].map((agents) => ({ agents }));
  expect(judgedAtOnce(rows)).toEqual(rows.slice(0, 2));
  expect(judgedAtOnce(rows.slice(2))).toEqual([{ agents: 1 }]);
  expect(judgedAtOnce([{ agents: 999 }, { agents: 1 }])).toEqual([{ agents: 999 }]);
  expect(judgedAtOnce([{ agents: 3 }, { agents: 1 }])).toHaveLength(2);
  expect(judgedAtOnce([])).toEqual([]);
});

for (const engine of TEST_ENGINES) {
  describe(`proposals among others, on ${engine.name}`, () => {
    let team: ReviewTeam;
    beforeAll(async () => {
      team = await openReviewTeam(await engine.open());
    }, 60_000);
    afterAll(() => team.world.dispose());

    const listed = async (person: Person) =>
      as(person, async () => {
        const access = await findAccess(team.workspace, 'proposal:read');
        if (!access.ok) throw new Error('no access');
        const { proposals } = await pageOfReviews(access.scope, {});
        return proposals.map(({ proposalId, open }) => [proposalId, open?.standing, open?.widens]);
      });

    it('stand as they stand for whoever reads the list, what waits for them on top', async () => {
      const { ada, bob, eve, vera } = team;
      const [one, two] = [await team.publishedAgent(), await team.publishedAgent()];
      const waiting = await team.propose([{ ...one, versionId: await team.save(one, 'Read, Bash') }]);
      const versionId = await team.save(two, 'Read');
      const asked = await team.propose([{ ...two, versionId }], [vera.userId]);
      expect(await listed(vera)).toEqual([
        [asked, 'yours', false],
        [waiting, 'others', true],
      ]);
      await dataOf(team.say(eve, asked));
      expect(await listed(eve)).toEqual([
        [waiting, 'yours', true],
        [asked, 'approved', false],
      ]);
      await dataOf(team.say(ada, waiting, 'changes-requested'));
      expect(await listed(bob)).toEqual([
        [waiting, 'changes', true],
        [asked, 'approved', false],
      ]);
    });

    it('are begun in the editor by those who may, where the workspace publishes', async () => {
      const { agentId } = await team.agent();
      const open = (person: Person) => as(person, () => requireAgent(team.workspace, agentId));
      expect(await open(team.bob)).toMatchObject({ canPropose: true, published: null });
      expect(await open(team.vera)).toMatchObject({ canPropose: false });
      await team.setPolicy({ ...PUBLISHES, enabled: false });
      expect(await open(team.bob)).toMatchObject({ canPropose: false });
    });
  });
}
