import '../testing/mocks';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { TEST_ENGINES } from '@/db/testing/engines';

import { action } from '../action';
import { changeMemberRole } from '../commands/change-member-role';
import { createAgent } from '../commands/create-agent';
import { createThread } from '../commands/create-thread';
import { markNotifications } from '../commands/mark-notifications';
import { Listener } from '../testing/live-listener';
import { dataOf, openTeam, type Team } from '../testing/team';
import { agentText, as, makeMember, makePerson, makeWorkspace, type Person } from '../testing/world';

const act = {
  make: action(createAgent),
  begin: action(createThread),
  mark: action(markNotifications),
  role: action(changeMemberRole),
};

describe.each(TEST_ENGINES)('news on $name', (engine) => {
  let team: Team;
  let vera: Person;
  let agentId: string;
  const open: Listener[] = [];
  const listen = async (person: Person, workspace: string, agent: string) => {
    const listener = new Listener(person, { workspace, agent });
    open.push(listener);
    await listener.open();
    return listener;
  };
  const news = (listener: Listener) => listener.of('news').map(({ about }) => about);
  /** What somebody hears comes by their stream, after what was answered to another. */
  const hears = (listener: Listener, about: string[]) =>
    vi.waitFor(() => expect(news(listener)).toEqual(about));

  beforeAll(async () => {
    team = await openTeam(await engine.open());
    vera = await makeMember(team.world.store, team.workspaceId, 'viewer');
    const { workspace, ada } = team;
    ({ agentId } = await dataOf(as(ada, () => act.make({ workspace, text: agentText('talked-about') }))));
  }, 120_000);
  afterAll(async () => {
    for (const { left } of open) left.abort();
    await Promise.all(open.map(({ ended }) => ended));
    await team.world.dispose();
  });

  it('of a comment reach every member who listens, of an inbox its person alone, and no other workspace', async () => {
    const { ada, bob, workspace, world } = team;
    const eve = await makePerson(world.store);
    const elsewhere = (await makeWorkspace(world.store, eve)).slug;
    const theirs = await dataOf(
      as(eve, () => act.make({ workspace: elsewhere, text: agentText('another') })),
    );
    const [hers, his, veras] = [
      await listen(ada, workspace, agentId),
      await listen(bob, workspace, agentId),
      await listen(vera, workspace, agentId),
    ];
    const eves = await listen(eve, elsewhere, theirs.agentId);
    expect(news(hers)).toEqual([]);

    const said = { workspace, agentId, place: { kind: 'agent' as const }, proposalId: null };
    await dataOf(as(vera, () => act.begin({ ...said, body: `Ask @${bob.name}.`, mentions: [bob.userId] })));
    await hears(his, ['comments', 'inbox']);
    await hears(hers, ['comments']);
    await hears(veras, ['comments']);

    await dataOf(as(bob, () => act.mark({ workspace, which: { upTo: Date.now() }, read: true })));
    await hears(his, ['comments', 'inbox', 'inbox']);
    await dataOf(as(ada, () => act.role({ workspace, userId: vera.userId, role: 'editor' })));
    await hears(veras, ['comments', 'members']);
    await hears(hers, ['comments', 'members']);
    expect(news(eves)).toEqual([]);
  });

  it('of what was refused are none', async () => {
    const { ada, bob, workspace } = team;
    const hers = await listen(ada, workspace, agentId);
    const refused = await as(bob, () => act.role({ workspace, userId: ada.userId, role: 'viewer' }));
    expect(refused.ok).toBe(false);
    // What is heard first is what comes next.
    const said = { workspace, agentId, place: { kind: 'agent' as const }, proposalId: null };
    await dataOf(as(bob, () => act.begin({ ...said, body: 'Well.', mentions: [] })));
    await hears(hers, ['comments']);
  });

  it('go to the other servers and come from them, where the database can tell', async () => {
    const { ada, bob, workspace, workspaceId, world } = team;
    const { signals } = world.store;
    const hers = await listen(ada, workspace, agentId);
    if (!signals) return;
    const said = { workspace, agentId, place: { kind: 'agent' as const }, proposalId: null };
    const word = { kind: 'news', workspaceId, about: 'inbox', userId: ada.userId };
    await vi.waitFor(async () => {
      await signals.send(JSON.stringify({ server: 'another', words: [word] }));
      expect(news(hers)).toContain('inbox');
    });
    const heard: string[] = [];
    signals.listen((text) => heard.push(text));
    await dataOf(as(bob, () => act.begin({ ...said, body: 'Never said.', mentions: [] })));
    await vi.waitFor(() => expect(heard.join()).toContain('"about":"comments"'));
    expect(heard.join()).not.toContain('Never said');
  });
});
