import '../testing/mocks';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  addNotifications,
  listAuditEvents,
  listNotifications,
  listUnmailed,
  markNotifications,
  type NewNotification,
  removeMember,
  setEmailVerified,
  setNotificationSettings,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { type Mailbox, startMailbox } from '@/e2e/mailbox';

import { action } from '../action';
import { createAgent } from '../commands/create-agent';
import { createThread } from '../commands/create-thread';
import { deleteAgents } from '../commands/delete-agents';
import { deleteComment } from '../commands/delete-comment';
import { replyToThread } from '../commands/reply-to-thread';
import { dataOf, openTeam, type Team } from '../testing/team';
import { agentText, as, makeMember, type Person } from '../testing/world';
import { startNotifying, stopNotifying } from './index';
import { mailWaiting } from './notify';

const make = action(createAgent);
const begin = action(createThread);
const remove = action(deleteAgents);
const unsay = action(deleteComment);
const answer = action(replyToThread);

const MINUTE_MS = 60_000;

describe.each(TEST_ENGINES)('notifications by e-mail on $name', (engine) => {
  let team: Team;
  let mailbox: Mailbox;
  let agentId: string;
  beforeAll(async () => {
    team = await openTeam(await engine.open());
    mailbox = await startMailbox();
    const { workspace, ada } = team;
    ({ agentId } = await dataOf(as(ada, () => make({ workspace, text: agentText('talked-about') }))));
  }, 60_000);
  afterAll(async () => {
    await mailbox.stop();
    await team.world.dispose();
  });
  beforeEach(() => {
    vi.stubEnv('SMTP_URL', mailbox.url);
  });
  afterEach(() => {
    mailbox.mood = 'kind';
    mailbox.received.length = 0;
    vi.stubEnv('MUSTER_MAIL_DELAY', '');
  });

  /** A member whose address is known to be theirs. */
  async function member(): Promise<Person> {
    const person = await makeMember(team.world.store, team.workspaceId, 'viewer');
    await team.world.store.write((tx) => setEmailVerified(tx, { ...person, now: 1 }));
    return person;
  }
  const mention = ({ userId }: Person, body = '@viewer') => {
    const { workspace, ada } = team;
    return as(ada, () => begin({ workspace, agentId, place: { kind: 'agent' }, body, mentions: [userId] }));
  };
  /** Writes rows as commands do. */
  const tell = (items: NewNotification[], now = Date.now()) => {
    const { workspaceId, ada } = team;
    return team.world.store.write((tx) =>
      addNotifications(tx, { workspaceId, actorId: ada.userId, now, items }),
    );
  };
  const about = ({ userId }: Person, kind: NewNotification['kind'], summary: string): NewNotification => ({
    ...{ userId, kind, summary, agentId: null, subjectId: 'p1' },
  });
  const lettersTo = ({ email }: Person) => mailbox.received.filter(({ to }) => to.includes(email));
  const later = (afterMs = MINUTE_MS) => mailWaiting(team.world.store, Date.now() + afterMs);

  it('tell of a mention a minute later, with the way there and to the settings, in both parts', async () => {
    const grace = await member();
    const { threadId } = await dataOf(mention(grace, '@viewer <b>look</b>\n\nBcc: eve@example.org'));
    await later(MINUTE_MS / 2);
    expect(lettersTo(grace)).toEqual([]);
    await later();
    const [letter, ...others] = lettersTo(grace);
    expect(others).toEqual([]);
    expect(letter?.to).toEqual([grace.email]);
    expect(letter?.subject).toBe(`Ada named you in ${team.workspace}`);
    const there = `http://localhost:3000/w/${team.workspace}/agents/${agentId}?thread=${threadId}`;
    const said = 'Ada named you in a comment on talked-about: “@viewer <b>look</b> Bcc: eve@example.org”';
    expect(letter?.text).toContain(said);
    expect(letter?.html).toContain('&lt;b&gt;look&lt;/b&gt; Bcc');
    for (const part of [letter?.text, letter?.html]) {
      expect(part).toContain(there);
      expect(part).toContain('http://localhost:3000/account#notifications');
    }
    const page = { workspaceId: team.workspaceId, event: 'mail.sent', offset: 0, limit: 1 };
    const [row] = await listAuditEvents(team.world.store.read, page);
    expect(row).toMatchObject({
      outcome: 'done',
      subjectId: grace.userId,
      details: { kind: 'notification' },
    });
    await later();
    expect(lettersTo(grace)).toHaveLength(1);
  });

  it('come in one letter for whoever is told several things, the oldest first', async () => {
    const grace = await member();
    const now = Date.now();
    for (let i = 1; i <= 23; i++) await tell([about(grace, 'review', `asks for “number ${i}.”`)], now + i);
    await later();
    const letters = lettersTo(grace);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toBe(`23 things wait for you in ${team.workspace}`);
    const told = [...(letters[0]?.text ?? '').matchAll(/number (\d+)\./g)].map(([, at]) => Number(at));
    expect(told).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(letters[0]?.text).toContain('Open the inbox: 3 more');
  });

  it('go to nobody who does not want them, has read them, is not known by the address, or left', async () => {
    const { store } = team.world;
    const [picky, reader, unknown, gone, kept] = await Promise.all([
      member(),
      member(),
      makeMember(store, team.workspaceId, 'viewer'),
      member(),
      member(),
    ]);
    const settings = { email: ['merge' as const] };
    await store.write((tx) => setNotificationSettings(tx, { ...picky, settings, now: 1 }));
    const everybody = [picky, reader, unknown, gone, kept];
    await tell(everybody.map((person) => about(person, 'decision', 'approved “X”')));
    await store.write(async (tx) => {
      const of = { workspaceId: team.workspaceId, userId: reader.userId };
      await markNotifications(tx, { ...of, which: { upTo: Date.now() }, read: true, now: Date.now() });
      await removeMember(tx, { workspaceId: team.workspaceId, userId: gone.userId, now: Date.now() });
    });
    await later();
    expect(everybody.map((person) => lettersTo(person).length)).toEqual([0, 0, 0, 0, 1]);
    await tell([about(picky, 'merge', 'merged a into b')]);
    await later();
    expect(lettersTo(picky)).toHaveLength(1);
  });

  it('tell nothing of an agent that is in the bin by then, nor a comment that was deleted', async () => {
    const { workspace, ada } = team;
    const [grace, vera] = [await member(), await member()];
    const binned = await dataOf(as(ada, () => make({ workspace, text: agentText('binned') })));
    const { agentId: binnedId } = binned;
    const place = { kind: 'agent' as const };
    const onBinned = {
      workspace,
      agentId: binnedId,
      place,
      body: '@viewer secret',
      mentions: [grace.userId],
    };
    await dataOf(as(ada, () => begin(onBinned)));
    await dataOf(as(ada, () => remove({ workspace, choice: { ids: [binnedId] } })));
    const { threadId, commentId } = await dataOf(mention(vera, '@viewer regretted'));
    // An answer keeps the thread.
    await dataOf(as(vera, () => answer({ workspace, threadId, body: 'Yes' })));
    await dataOf(as(ada, () => unsay({ workspace, commentId })));
    await later();
    expect([lettersTo(grace), lettersTo(vera)]).toEqual([[], []]);
  });

  it('fail without a word to whoever caused them, once, told to the audit', async () => {
    const grace = await member();
    mailbox.mood = 'refuse';
    expect(await mention(grace)).toMatchObject({ ok: true });
    await later();
    mailbox.mood = 'kind';
    await later();
    expect(lettersTo(grace)).toEqual([]);
    const page = { workspaceId: team.workspaceId, event: 'mail.sent', offset: 0, limit: 1 };
    expect(await listAuditEvents(team.world.store.read, page)).toMatchObject([{ outcome: 'failed' }]);
    const inbox = { workspaceId: team.workspaceId, userId: grace.userId, offset: 0, limit: 9 };
    expect(await listNotifications(team.world.store.read, inbox)).toHaveLength(1);
  });

  it('reach twenty who are named at once, each once, also where two servers look at the same time', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, member));
    await tell(people.map((person) => about(person, 'review', 'asks for your review of “X”')));
    await Promise.all([later(), later()]);
    expect(people.map((person) => lettersTo(person).length)).toEqual(people.map(() => 1));
  });

  it('are no news any more after a day without a mail server', async () => {
    const grace = await member();
    await tell([about(grace, 'review', 'asks for your review of “X”')]);
    await later(25 * 60 * MINUTE_MS);
    expect(lettersTo(grace)).toEqual([]);
    const { read } = team.world.store;
    expect(await listUnmailed(read, { until: Date.now() + MINUTE_MS, limit: 9 })).toEqual([]);
  });

  it('are looked after by the server itself, until it stops', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    vi.stubEnv('MUSTER_MAIL_DELAY', '0');
    const grace = await member();
    await tell([about(grace, 'decision', 'approved “X”')]);
    startNotifying();
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    await mailbox.waitFor(grace.email);
    await stopNotifying();
    expect(lettersTo(grace)).toHaveLength(1);
  });
});
