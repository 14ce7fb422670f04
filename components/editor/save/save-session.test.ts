import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { describe, expect, it, vi } from 'vitest';

import type { AgentDraft } from '@/lib/client/drafts/draft';
import { openPageOf } from '@/lib/client/page-person';
import type { ActionResult, ErrorCode, SaveAgentInput, SaveAgentResult, VersionStamp } from '@/lib/contract';

import { Live } from '../live/live';
import { TextStore } from '../text/text-store';
import { conflictHunks, joined } from './join-texts';
import { fateOf } from './left-draft';
import { resumeSaving, waitBeforeRetry } from './resume';
import { SaveSession } from './save-session';

const BASE = '---\nname: a\ndescription: b\n---\none\ntwo\nthree\n';
const stamp = (number: number): VersionStamp => ({
  versionId: `v${number}`,
  number,
  savedAt: number,
  savedBy: 'Ada',
});

/** A session whose server answers when told to. */
function start(text = BASE, shared?: Live) {
  const store = new TextStore(text);
  const sent: SaveAgentInput[] = [];
  const merged: string[] = [];
  let answer: (result: ActionResult<SaveAgentResult>) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const session = new SaveSession({
    store,
    shared,
    workspace: 'acme',
    agentId: 'agent',
    userId: 'ada',
    version: stamp(1),
    saveAgent: (input) => {
      sent.push(input);
      return new Promise((resolve, reject) => {
        answer = resolve;
        fail = reject;
      });
    },
    onMerged: (summary) => merged.push(summary),
  });
  const type = (insert: string) => store.dispatch({ changes: { from: store.current.doc.length, insert } });
  return {
    store,
    session,
    sent,
    merged,
    type,
    reply: (data: SaveAgentResult) => answer({ ok: true, data }),
    refuse: (code: ErrorCode) => answer({ ok: false, error: { code, message: 'No.' } }),
    fail: (cause: Error = new TypeError('Failed to fetch')) => fail(cause),
  };
}

describe('a save while typing goes on', () => {
  it('is not asked for again by who may only read now, and is possible when the role is back', async () => {
    const live = new Live();
    const { session, sent, type, refuse, reply, store } = start(BASE, live);
    type('A');
    const saving = session.save();
    refuse('forbidden');
    await saving;
    expect(live.getState().lost).toEqual({ code: 'forbidden', message: 'No.' });
    await session.save();
    expect(sent).toHaveLength(1);
    expect(store.getFile().text).toBe(`${BASE}A`);
    live.regain();
    const again = session.save();
    reply({ kind: 'saved', version: stamp(2) });
    await again;
    expect([sent.length, session.isUnsaved]).toEqual([2, false]);
  });

  it('says whose text it is, whoever signs in meanwhile, and keeps it when it is refused for that', async () => {
    const { session, sent, type, refuse, store } = start();
    const close = openPageOf('bob');
    type('A');
    const saving = session.save();
    close();
    expect(sent[0]).toMatchObject({ text: `${BASE}A`, pageOf: 'ada' });
    refuse('unauthenticated');
    await saving;
    expect(session.getState().phase).toBe('failed');
    expect(session.isUnsaved).toBe(true);
    expect(store.getFile().text).toBe(`${BASE}A`);
  });

  it('sends the text on its base, and what was typed meanwhile stays unsaved', async () => {
    const { session, sent, type, reply, store } = start();
    type('A');
    const saving = session.save('why');
    type('B');
    reply({ kind: 'saved', version: stamp(2) });
    await saving;
    expect(sent).toEqual([
      {
        workspace: 'acme',
        agentId: 'agent',
        pageOf: 'ada',
        baseVersionId: 'v1',
        text: `${BASE}A`,
        message: 'why',
      },
    ]);
    expect(session.isUnsaved).toBe(true);
    expect(store.getFile().text).toBe(`${BASE}AB`);
    const again = session.save();
    reply({ kind: 'saved', version: stamp(3) });
    await again;
    expect(sent[1]?.baseVersionId).toBe('v2');
    expect(session.isUnsaved).toBe(false);
  });

  it('does not start twice, nor without a change', async () => {
    const { session, sent, type, reply } = start();
    await session.save();
    type('A');
    const saving = session.save();
    await session.save();
    reply({ kind: 'saved', version: stamp(2) });
    await saving;
    expect(sent).toHaveLength(1);
  });

  it('brings in a merged text beside what was typed meanwhile, as one step of the history', async () => {
    const { session, type, reply, store, merged } = start();
    type('mine\n');
    const saving = session.save();
    type('later\n');
    const text = `${BASE.replace('one', 'ONE')}mine\n`;
    reply({ kind: 'merged', version: stamp(3), text, summary: 'The body came in.' });
    await saving;
    expect(store.getFile().text).toBe(`${text}later\n`);
    expect(merged).toEqual(['The body came in.']);
    expect(session.getState().baseText).toBe(text);
    store.undo();
    expect(store.getFile().text).toBe(`${BASE}mine\nlater\n`);
  });

  it('keeps the text when nobody answers, and tries again on the same base', async () => {
    const { session, type, fail, reply, store, sent } = start();
    type('A');
    const saving = session.save();
    fail();
    await saving;
    expect(session.getState().phase).toBe('offline');
    expect(store.getFile().text).toBe(`${BASE}A`);
    const again = session.save();
    reply({ kind: 'saved', version: stamp(2) });
    await again;
    expect(sent.map((input) => input.baseVersionId)).toEqual(['v1', 'v1']);
    expect(session.isUnsaved).toBe(false);
  });

  it('saves the joined text of a conflict on what the other person saved', async () => {
    const { session, type, reply, store, sent } = start();
    type('mine\n');
    const saving = session.save();
    const headText = `${BASE}theirs\n`;
    reply({ kind: 'conflict', head: stamp(2), headText, baseText: BASE });
    await saving;
    await session.save();
    expect(sent).toHaveLength(1);
    const joining = session.join(`${BASE}theirs\nmine\n`);
    reply({ kind: 'saved', version: stamp(3) });
    await joining;
    expect(sent[1]).toMatchObject({ baseVersionId: 'v2', text: `${BASE}theirs\nmine\n` });
    expect(store.getFile().text).toBe(`${BASE}theirs\nmine\n`);
    expect(session.isUnsaved).toBe(false);
  });

  it('has nothing to save when theirs is taken whole', async () => {
    const { session, type, reply, store, sent } = start();
    type('mine\n');
    const saving = session.save();
    reply({ kind: 'conflict', head: stamp(2), headText: `${BASE}theirs\n`, baseText: BASE });
    await saving;
    await session.join(`${BASE}theirs\n`);
    expect(sent).toHaveLength(1);
    expect(session.isUnsaved).toBe(false);
    store.undo();
    expect(store.getFile().text).toBe(`${BASE}mine\n`);
  });
});

describe('an answer that never comes', () => {
  it('is no conflict with oneself when the text was saved all the same', async () => {
    const { session, sent, type, fail, reply, store } = start();
    type('A');
    let saving = session.save('why');
    fail();
    await saving;
    type('B');
    saving = session.save();
    fail();
    await saving;
    type('C');
    saving = session.save();
    reply({ kind: 'conflict', head: stamp(2), headText: `${BASE}A`, baseText: BASE });
    await vi.waitFor(() => expect(sent).toHaveLength(4));
    expect(sent[3]).toMatchObject({ baseVersionId: 'v2', text: `${BASE}ABC`, message: 'why' });
    reply({ kind: 'saved', version: stamp(3) });
    await saving;
    expect(session.isUnsaved).toBe(false);
    expect(store.getFile().text).toBe(`${BASE}ABC`);
  });

  it('is a conflict when somebody else saved something', async () => {
    const { session, type, fail, reply } = start();
    type('A');
    let saving = session.save();
    fail();
    await saving;
    saving = session.save();
    reply({ kind: 'conflict', head: stamp(2), headText: `${BASE}theirs`, baseText: BASE });
    await saving;
    expect(session.getState().phase).toBe('conflict');
  });

  it('takes the message of the save along until it is acknowledged, and not further', async () => {
    const { session, sent, type, fail, reply } = start();
    type('A');
    let saving = session.save('first');
    fail();
    await saving;
    saving = session.save();
    reply({ kind: 'saved', version: stamp(2) });
    await saving;
    type('B');
    saving = session.save();
    reply({ kind: 'saved', version: stamp(3) });
    await saving;
    expect(sent.map(({ message }) => message)).toEqual(['first', 'first', undefined]);
  });

  it('of a server that does not know the page any more asks for a reload', async () => {
    const { session, type, fail } = start();
    type('A');
    const saving = session.save();
    fail(new UnrecognizedActionError('unknown'));
    await saving;
    expect(session.getState().phase).toBe('outdated');
    expect(session.isUnsaved).toBe(true);
  });
});

describe('going on by itself', () => {
  const page = () => {
    const target = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    return Object.assign(target, { document }) as unknown as Window;
  };

  it('waits longer after each attempt, never longer than half a minute, and never all at once', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 20].map((attempts) => waitBeforeRetry(attempts, 1));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(waitBeforeRetry(3, 0)).toBe(4_000);
  });

  it('asks again until there is an answer, and then no more', async () => {
    vi.useFakeTimers();
    try {
      const { session, sent, type, fail, reply } = start();
      const stop = resumeSaving(session, page());
      type('A');
      void session.save();
      for (let attempt = 2; attempt < 6; attempt++) {
        fail();
        await vi.advanceTimersByTimeAsync(30_000);
        expect(sent).toHaveLength(attempt);
      }
      reply({ kind: 'saved', version: stamp(2) });
      await vi.advanceTimersByTimeAsync(120_000);
      expect(sent).toHaveLength(5);
      expect(session.isUnsaved).toBe(false);
      stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks at once when the network is back, and when somebody may have signed in elsewhere', async () => {
    const { session, sent, type, fail, refuse } = start();
    const at = page();
    const stop = resumeSaving(session, at);
    type('A');
    void session.save();
    fail();
    await vi.waitFor(() => expect(session.getState().phase).toBe('offline'));
    at.dispatchEvent(new Event('online'));
    expect(sent).toHaveLength(2);
    refuse('unauthenticated');
    await vi.waitFor(() => expect(session.getState().phase).toBe('failed'));
    at.dispatchEvent(new Event('online'));
    expect(sent).toHaveLength(2);
    at.document.dispatchEvent(new Event('visibilitychange'));
    expect(sent).toHaveLength(3);
    refuse('forbidden');
    await vi.waitFor(() => expect(session.getState().error?.code).toBe('forbidden'));
    at.document.dispatchEvent(new Event('visibilitychange'));
    expect(sent).toHaveLength(3);
    stop();
  });
});

describe('a draft that was left behind', () => {
  const draft = (text: string, baseText = BASE): AgentDraft => ({
    format: 1,
    kind: 'agent',
    id: 'draft',
    userId: 'ada',
    workspace: 'acme',
    agentId: 'agent',
    title: 'a',
    changedAt: 1,
    base: stamp(1),
    baseText,
    text,
  });

  it('comes back as it was, joined, beside the other text, or not at all', async () => {
    const mine = BASE.replace('three', 'THREE');
    expect(await fateOf(draft(mine), () => mine)).toEqual({ kind: 'nothing' });
    expect(await fateOf(draft(BASE), () => mine)).toEqual({ kind: 'nothing' });
    expect(await fateOf(draft(mine), () => BASE)).toEqual({ kind: 'as-was', text: mine });
    const theirs = BASE.replace('one', 'ONE');
    const joinedText = theirs.replace('three', 'THREE');
    expect(await fateOf(draft(mine), () => theirs)).toMatchObject({ kind: 'joined', text: joinedText });
    expect(await fateOf(draft(mine), () => joinedText)).toEqual({ kind: 'nothing' });
    expect(await fateOf(draft(mine), () => BASE.replace('three', '3'))).toEqual({ kind: 'clash' });
  });

  it('never goes over a version that it does not go together with', async () => {
    const { session, store, sent, reply } = start(BASE.replace('three', '3'));
    session.showClash(draft(BASE.replace('three', 'THREE')));
    expect(store.getFile().text).toBe(BASE.replace('three', 'THREE'));
    expect(session.getState()).toMatchObject({ phase: 'conflict', base: stamp(1), baseText: BASE });
    await session.save();
    expect(sent).toEqual([]);
    const joining = session.join(BASE.replace('three', '3 and THREE'));
    reply({ kind: 'saved', version: stamp(2) });
    await joining;
    expect(sent).toMatchObject([{ baseVersionId: 'v1', text: BASE.replace('three', '3 and THREE') }]);
    store.undo();
    store.undo();
    expect(store.getFile().text).toBe(BASE.replace('three', '3'));
  });

  it('waits while something else is unsaved', () => {
    const { session, store, type } = start(BASE.replace('three', '3'));
    type('typed');
    session.showClash(draft(BASE.replace('three', 'THREE')));
    expect(store.getFile().text).toBe(`${BASE.replace('three', '3')}typed`);
    expect(session.getState().phase).toBe('idle');
  });
});

describe('joining two texts', () => {
  it('proposes what only one side changed, and leaves open what both did', () => {
    const base = 'a\nb\nc\nd\ne\n';
    const hunks = conflictHunks(base, 'A\nb\nc\nd\nX\n', 'a\nb\nC\nd\nY\n');
    expect(
      hunks.filter((hunk) => !hunk.same).map((hunk) => [hunk.before, hunk.after, hunk.proposal]),
    ).toEqual([
      ['A\n', 'a\n', 'mine'],
      ['c\n', 'C\n', 'theirs'],
      ['X\n', 'Y\n', null],
    ]);
    expect(joined(hunks, {})).toBe('A\nb\nC\nd\nX\nY\n');
  });

  it('gives either text back when it is chosen throughout', () => {
    const mine = 'a\r\nb\r\nlast';
    const theirs = 'a\r\nB\r\nother\r\nlast of all';
    const hunks = conflictHunks('a\r\nx\r\n', mine, theirs);
    const all = (choice: 'mine' | 'theirs' | 'both') =>
      joined(hunks, Object.fromEntries(hunks.map((_, at) => [at, choice])));
    expect(all('mine')).toBe(mine);
    expect(all('theirs')).toBe(theirs);
    expect(all('both')).toBe('a\r\nb\r\nlast\r\nB\r\nother\r\nlast of all');
  });
});
