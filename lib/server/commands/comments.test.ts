import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listAuditEvents, listNotifications, listThreads } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';

import { action } from '../action';
import { dataOf, openTeam, type Team } from '../testing/team';
import { agentText, as, makeMember, makePerson, type Person } from '../testing/world';
import { createAgent } from './create-agent';
import { createThread } from './create-thread';
import { deleteComment } from './delete-comment';
import { editComment } from './edit-comment';
import { markNotifications } from './mark-notifications';
import { replyToThread } from './reply-to-thread';
import { reopenThread, resolveThread } from './settle-thread';

const act = {
  make: action(createAgent),
  begin: action(createThread),
  reply: action(replyToThread),
  edit: action(editComment),
  remove: action(deleteComment),
  resolve: action(resolveThread),
  reopen: action(reopenThread),
  mark: action(markNotifications),
};

describe.each(TEST_ENGINES)('comments on $name', (engine) => {
  let team: Team;
  let vera: Person;
  let agentId: string;
  beforeAll(async () => {
    team = await openTeam(await engine.open());
    vera = await makeMember(team.world.store, team.workspaceId, 'viewer');
    const { workspace, ada } = team;
    ({ agentId } = await dataOf(as(ada, () => act.make({ workspace, text: agentText('talked-about') }))));
  }, 60_000);
  afterAll(() => team.world.dispose());

  const begin = (person: Person, body: string, mentions: string[] = []) => {
    const { workspace } = team;
    return as(person, () => act.begin({ workspace, agentId, place: { kind: 'agent' }, body, mentions }));
  };
  const inbox = async ({ userId }: Person) => {
    const { world, workspaceId } = team;
    const page = { workspaceId, userId, unread: true, offset: 0, limit: 50 };
    return (await listNotifications(world.store.read, page)).map(({ kind, by, summary }) => [
      kind,
      by,
      summary,
    ]);
  };
  const clear = (person: Person) =>
    as(person, () =>
      act.mark({ workspace: team.workspace, which: { upTo: Date.now() + 9_999 }, read: true }),
    );

  it('tell whom they name, and nobody whose name is not in the words or who is no member', async () => {
    const { ada, bob } = team;
    const eve = await makePerson(team.world.store, 'Eve');
    const words = `@${bob.name}, @Eve: is this right?`;
    await dataOf(begin(vera, words, [bob.userId, ada.userId, eve.userId]));
    const told = `named you in a comment on talked-about: “${words}”`;
    expect([await inbox(bob), await inbox(ada)]).toEqual([[['mention', 'viewer', told]], []]);
    const rows = await listAuditEvents(team.world.store.read, {
      ...{ workspaceId: team.workspaceId, event: 'comment.created', offset: 0, limit: 1 },
    });
    expect(rows[0]).toMatchObject({ actorId: vera.userId, subjectId: agentId });
    await clear(bob);
    expect(await inbox(bob)).toEqual([]);
  });

  it('tell those who wrote in the thread that it was answered, but not who answered', async () => {
    const { ada, bob, workspace } = team;
    const { threadId } = await dataOf(begin(vera, 'First'));
    await dataOf(as(bob, () => act.reply({ workspace, threadId, body: 'Second' })));
    await dataOf(as(ada, () => act.reply({ workspace, threadId, body: 'Third\n\nwith more' })));
    const answered = (by: string, words: string) => [
      'reply',
      by,
      `answered in a thread on talked-about: “${words}”`,
    ];
    expect(await inbox(vera)).toEqual([answered('Ada', 'Third with more'), answered('editor', 'Second')]);
    expect(await inbox(bob)).toEqual([answered('Ada', 'Third with more')]);
    for (const person of [vera, bob]) await clear(person);
  });

  it('tell at a change only those who were not named before', async () => {
    const { ada, bob, workspace } = team;
    const { commentId } = await dataOf(begin(vera, `@${bob.name}`, [bob.userId]));
    await clear(bob);
    const body = `@${bob.name} and @${ada.name}`;
    const change = { workspace, commentId, body, mentions: [bob.userId, ada.userId] };
    await dataOf(as(vera, () => act.edit(change)));
    expect(await inbox(bob)).toEqual([]);
    expect((await inbox(ada)).map(([kind]) => kind)).toEqual(['mention']);
    await clear(ada);
    expect(await as(bob, () => act.edit(change))).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('are deleted by their writer or an owner, and are gone with the last', async () => {
    const { ada, bob, workspace, world, workspaceId } = team;
    const { threadId, commentId } = await dataOf(begin(vera, 'Gone soon'));
    const remove = (person: Person) => as(person, () => act.remove({ workspace, commentId }));
    expect(await remove(bob)).toMatchObject({ error: { code: 'forbidden' } });
    await dataOf(remove(ada));
    expect(await remove(vera)).toMatchObject({ error: { code: 'not_found' } });
    const threads = await listThreads(world.store.read, { workspaceId, agentId });
    expect(threads.map((thread) => thread.threadId)).not.toContain(threadId);
    const late = await as(bob, () => act.reply({ workspace, threadId, body: 'Late' }));
    expect(late).toMatchObject({ error: { code: 'not_found' } });
  });

  it('are resolved and opened again by whoever reads them', async () => {
    const { workspace, world, workspaceId } = team;
    const { threadId } = await dataOf(begin(vera, 'Settle this'));
    const input = { workspace, threadId };
    const resolved = async () =>
      (await listThreads(world.store.read, { workspaceId, agentId })).find(
        (thread) => thread.threadId === threadId,
      )?.resolved?.by;
    await dataOf(as(vera, () => act.resolve(input)));
    await dataOf(as(vera, () => act.resolve(input)));
    expect(await resolved()).toBe('viewer');
    await dataOf(as(vera, () => act.reopen(input)));
    expect(await resolved()).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['too much', 'x'.repeat(4_001)],
    ['what cannot be kept', 'a\u0000b'],
  ])('refuse %s', async (_what, body) => {
    expect(await begin(vera, body)).toMatchObject({ error: { code: 'invalid_input' } });
  });
});
