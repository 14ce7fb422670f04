import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createMembership, listMembers } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';

import { action } from '../action';
import { as, makePerson, makeWorkspace, openWorld, type Person, type World } from '../testing/world';
import { changeMemberRole } from './change-member-role';
import { leaveWorkspace } from './leave-workspace';
import { removeMember } from './remove-member';
import { transferOwnership } from './transfer-ownership';

const change = action(changeMemberRole);
const leave = action(leaveWorkspace);
const remove = action(removeMember);
const handOver = action(transferOwnership);

type Deed = (
  who: Person,
  other: Person,
  workspace: string,
) => Promise<{ ok: true } | { ok: false; error: { code: string; message: string } }>;

const leaves: Deed = (who, _, workspace) => as(who, () => leave({ workspace }));
const demotes: Deed = (who, { userId }, workspace) =>
  as(who, () => change({ workspace, userId, role: 'viewer' }));
const stepsDown: Deed = (who, _, workspace) =>
  as(who, () => change({ workspace, userId: who.userId, role: 'editor' }));
const removes: Deed = (who, { userId }, workspace) => as(who, () => remove({ workspace, userId }));
const handsOver: Deed = (who, { userId }, workspace) => as(who, () => handOver({ workspace, userId }));

/** What two owners do at the same moment, and how many of the two can be done. */
const MOMENTS: [what: string, first: Deed, second: Deed, done: number[]][] = [
  ['both leave', leaves, leaves, [1]],
  ['each demotes the other', demotes, demotes, [1]],
  ['both step down', stepsDown, stepsDown, [1]],
  ['each removes the other', removes, removes, [1]],
  ['one leaves, whom the other demotes', leaves, demotes, [1, 2]],
  ['one leaves, the other steps down', leaves, stepsDown, [1]],
  ['one hands over to the other, who leaves', handsOver, leaves, [1]],
  ['each hands over to the other', handsOver, handsOver, [1, 2]],
];

const ROUNDS = 6;

for (const engine of TEST_ENGINES) {
  describe(`two owners at the same moment on ${engine.name}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld(await engine.open());
    }, 60_000);
    afterAll(() => world.dispose());

    async function twoOwners() {
      const one = await makePerson(world.store, 'Ada');
      const other = await makePerson(world.store, 'Ben');
      const { id, slug } = await makeWorkspace(world.store, one);
      const membership = { workspaceId: id, userId: other.userId, role: 'owner' as const, now: Date.now() };
      await world.store.write((tx) => createMembership(tx, membership));
      return { one, other, id, slug };
    }

    it.each(MOMENTS)(
      '%s: an owner stays, and whoever is refused reads why',
      async (_, first, second, done) => {
        const rounds = Array.from({ length: ROUNDS }, async () => {
          const { one, other, id, slug } = await twoOwners();
          const answers = await Promise.all([first(one, other, slug), second(other, one, slug)]);
          const members = await listMembers(world.store.read, { workspaceId: id });
          expect(members.filter(({ role }) => role === 'owner')).not.toEqual([]);
          expect(done).toContain(answers.filter(({ ok }) => ok).length);
          for (const answer of answers) {
            if (answer.ok) continue;
            expect(['conflict', 'forbidden', 'not_found']).toContain(answer.error.code);
            expect(answer.error.message).toMatch(/\.$/);
          }
        });
        await Promise.all(rounds);
      },
    );
  });
}
