import './testing/mocks';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createWorkspace, getWorkspaceForMember, listAuditEvents, removeMember, renameWorkspace } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { workspaceSlug } from '@/lib/contract';
import { action, guardOf } from './action';
import { personCommand, workspaceCommand } from './command';
import { Failure, LostRace } from './failure';
import {
  as,
  exchange,
  makeMember,
  makePerson,
  makeWorkspace,
  openWorld,
  type Person,
  type World,
} from './testing/world';

const input = z.object({ workspace: workspaceSlug, name: z.string().min(1, 'Name it.') });

/** Renames, then does what the test says: what is thrown has to take the new name back. */
const renaming = (then: () => void, limit: 'write' | 'password-change' = 'write') =>
  action(
    workspaceCommand({
      event: 'workspace.renamed',
      permission: 'workspace:rename',
      input,
      limit,
      prepare: async () => null,
      async commit(tx, _prepared, { name }, { scope, now }) {
        await renameWorkspace(tx, { workspaceId: scope.workspaceId, name, now });
        then();
        return { output: { name }, subjectId: scope.workspaceId };
      },
    }),
  );

for (const engine of TEST_ENGINES) {
  describe(`an action on ${engine.name}`, () => {
    let world: World;
    let owner: Person;
    let viewer: Person;
    let outsider: Person;
    let workspace: { id: string; slug: string };

    beforeAll(async () => {
      world = await openWorld(await engine.open());
      owner = await makePerson(world.store);
      workspace = await makeWorkspace(world.store, owner);
      viewer = await makeMember(world.store, workspace.id, 'viewer');
      outsider = await makePerson(world.store, 'Eve');
    }, 60_000);
    afterAll(() => world.dispose());

    const nameNow = async () =>
      (await getWorkspaceForMember(world.store.read, { slug: workspace.slug, userId: owner.userId }))?.name;
    const events = async (workspaceId: string | null = workspace.id) =>
      listAuditEvents(world.store.read, { workspaceId, offset: 0, limit: 1000 });

    it('writes what the command wrote and its audit row, and answers with data', async () => {
      const result = await as(owner, () =>
        renaming(() => undefined)({ workspace: workspace.slug, name: 'One' }),
      );
      expect(result).toEqual({ ok: true, data: { name: 'One' } });
      expect(await nameNow()).toBe('One');
      expect((await events())[0]).toMatchObject({
        event: 'workspace.renamed',
        outcome: 'done',
        actorId: owner.userId,
        subjectId: workspace.id,
      });
    });

    it('leaves no row when the command throws, and says no more than a reference', async () => {
      const before = await nameNow();
      const throwing = renaming(() => {
        throw new Error('secret: relation "users" does not exist');
      });
      const result = await as(owner, () => throwing({ workspace: workspace.slug, name: 'Two' }));
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'internal', ref: expect.stringMatching(/^[0-9a-f]{12}$/) },
      });
      expect(JSON.stringify(result)).not.toContain('secret');
      expect(await nameNow()).toBe(before);
      expect((await events())[0]).toMatchObject({ outcome: 'failed', details: { code: 'internal' } });
    });

    it('leaves no row when the command refuses, and passes its words on', async () => {
      const before = await nameNow();
      const refusing = renaming(() => {
        throw new Failure('conflict', 'Not today.', { name: ['Not this one.'] });
      });
      const result = await as(owner, () => refusing({ workspace: workspace.slug, name: 'Three' }));
      expect(result).toEqual({
        ok: false,
        error: { code: 'conflict', message: 'Not today.', fieldErrors: { name: ['Not this one.'] } },
      });
      expect(await nameNow()).toBe(before);
    });

    it('prepares anew when the commit lost a race, and gives up after some attempts', async () => {
      let losses = 3;
      const unlucky = renaming(() => {
        if (losses-- > 0) throw new LostRace();
      });
      const won = await as(owner, () => unlucky({ workspace: workspace.slug, name: 'Four' }));
      expect(won.ok).toBe(true);
      expect(await nameNow()).toBe('Four');
      let tries = 0;
      const hopeless = renaming(() => {
        tries += 1;
        throw new LostRace();
      });
      const lost = await as(owner, () => hopeless({ workspace: workspace.slug, name: 'Five' }));
      expect(lost).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(lost).not.toHaveProperty('error.retry');
      expect(tries).toBe(8);
      expect(await nameNow()).toBe('Four');
    });

    it('takes one point of the limit however often it is prepared', async () => {
      const person = await makeMember(world.store, workspace.id, 'owner');
      let losses = 7;
      const unlucky = renaming(() => {
        if (losses-- > 0) throw new LostRace();
      }, 'password-change');
      for (let i = 0; i < 10; i++) {
        const result = await as(person, () => unlucky({ workspace: workspace.slug, name: `N${i}` }));
        expect(result.ok).toBe(true);
      }
      const over = await as(person, () => unlucky({ workspace: workspace.slug, name: 'Over' }));
      expect(over).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
    });

    const asker = (who: string): Person | null => ({ outsider, viewer })[who] ?? null;

    it.each([
      ['stranger', 'unauthenticated'],
      ['outsider', 'not_found'],
      ['viewer', 'forbidden'],
    ] as const)('refuses a %s, whatever the input, and audits it', async (who, code) => {
      const person = asker(who);
      const before = await nameNow();
      const result = await as(person, () =>
        renaming(() => undefined)({ workspace: workspace.slug, name: '' }),
      );
      expect(result).toMatchObject({ ok: false, error: { code } });
      expect(await nameNow()).toBe(before);
      const all = [...(await events()), ...(await events(null))].sort((a, b) => (a.id < b.id ? 1 : -1));
      expect(all[0]).toMatchObject({
        outcome: 'denied',
        details: { code },
        actorId: person?.userId ?? null,
      });
    });

    it('answers an outsider like somebody who asks for a workspace that is not there', async () => {
      const ask = (slug: unknown) =>
        as(outsider, () => renaming(() => undefined)({ workspace: slug as string, name: 'X' }));
      const real = await ask(workspace.slug);
      for (const slug of ['no-such-workspace', '../etc', '', null, 7, { $ne: '' }]) {
        expect(await ask(slug)).toEqual(real);
      }
    });

    it('refuses what a page of somebody else asks, in words that keep what was typed', async () => {
      const before = await nameNow();
      const rename = renaming(() => undefined);
      const asked = { workspace: workspace.slug, name: 'Not mine' };
      const refused = await as(owner, () => rename({ ...asked, pageOf: viewer.userId } as typeof asked));
      expect(refused).toMatchObject({
        ok: false,
        error: {
          code: 'unauthenticated',
          message: expect.stringMatching(/signed in as Ada now.*still here/),
        },
      });
      expect(await nameNow()).toBe(before);
      const ours = { ...asked, name: 'Ours', pageOf: owner.userId };
      expect((await as(owner, () => rename(ours))).ok).toBe(true);
      expect(await nameNow()).toBe('Ours');
    });

    it.each([
      null,
      'https://evil.example',
      'null',
      'http://localhost:3001',
      'https://localhost:3000.evil.example',
    ])('refuses what comes from %s', async (origin) => {
      const result = await as(
        owner,
        () => renaming(() => undefined)({ workspace: workspace.slug, name: 'X' }),
        {
          origin,
        },
      );
      expect(result).toMatchObject({ ok: false, error: { code: 'bad_origin' } });
      expect(await nameNow()).not.toBe('X');
    });

    it('names the fields that are wrong, nested ones by their path', async () => {
      const nested = action(
        personCommand({
          event: 'test.nested',
          input: z.object({ account: z.object({ email: z.email('An address, please.') }) }),
          prepare: async () => null,
          commit: async () => ({ output: null }),
        }),
      );
      const result = await as(owner, () => nested({ account: { email: 'nobody' } }));
      expect(result).toEqual({
        ok: false,
        error: {
          code: 'invalid_input',
          message: 'An address, please.',
          fieldErrors: { 'account.email': ['An address, please.'] },
        },
      });
    });

    it('ends at once what a member who was removed meanwhile had begun', async () => {
      const leaver = await makeMember(world.store, workspace.id, 'admin');
      const slow = action(
        workspaceCommand({
          event: 'workspace.renamed',
          permission: 'workspace:rename',
          input,
          prepare: async () => {
            const key = { workspaceId: workspace.id, userId: leaver.userId };
            await world.store.write((tx) => removeMember(tx, { ...key, now: Date.now() }));
          },
          async commit(tx, _prepared, { name }, { scope, now }) {
            await renameWorkspace(tx, { workspaceId: scope.workspaceId, name, now });
            return { output: null };
          },
        }),
      );
      const result = await as(leaver, () => slow({ workspace: workspace.slug, name: 'Mine' }));
      expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } });
      expect(await nameNow()).not.toBe('Mine');
    });

    it('finishes only after the commit, and not after a failure', async () => {
      const finish = vi.fn(async (output: { slug: string }) => output.slug);
      const creating = (fail: boolean) =>
        action(
          personCommand({
            event: 'workspace.created',
            input: z.object({ slug: workspaceSlug }),
            prepare: async () => null,
            async commit(tx, _prepared, { slug }, { user, now }) {
              await createWorkspace(tx, { slug, name: slug, ownerId: user.id, now });
              if (fail) throw new Error('no');
              return { output: { slug } };
            },
          }),
          async (output): Promise<string> => {
            const seen = await getWorkspaceForMember(world.store.read, {
              slug: output.slug,
              userId: owner.userId,
            });
            expect(seen?.slug).toBe(output.slug);
            return finish(output);
          },
        );
      expect((await as(owner, () => creating(true)({ slug: 'never-there' }))).ok).toBe(false);
      expect(finish).not.toHaveBeenCalled();
      const done = await exchange(owner, () => creating(false)({ slug: 'there-at-last' }));
      expect(done.result).toEqual({ ok: true, data: 'there-at-last' });
      expect(finish).toHaveBeenCalledOnce();
    });
  });
}

describe('guardOf', () => {
  it('tells the permission that an action was made with', () => {
    expect(guardOf(renaming(() => undefined))).toBe('workspace:rename');
    expect(guardOf(async () => undefined)).toBeUndefined();
  });
});

describe('workspaceCommand', () => {
  it('does not compile without a permission', () => {
    // @ts-expect-error The permission is missing.
    const command = workspaceCommand({
      event: 'x',
      input,
      prepare: async () => null,
      commit: async () => ({ output: null }),
    });
    expect(command).not.toHaveProperty('permission');
  });
});
