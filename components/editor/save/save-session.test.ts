import { describe, expect, it } from 'vitest';

import type { ActionResult, SaveAgentInput, SaveAgentResult, VersionStamp } from '@/lib/contract';

import { TextStore } from '../text/text-store';
import { keepDraft, readDraft } from './drafts';
import { conflictHunks, joined } from './join-texts';
import { SaveSession } from './save-session';

const BASE = '---\nname: a\ndescription: b\n---\none\ntwo\nthree\n';
const stamp = (number: number): VersionStamp => ({
  versionId: `v${number}`,
  number,
  savedAt: number,
  savedBy: 'Ada',
});

/** A session whose server answers when told to. */
function start(text = BASE) {
  const store = new TextStore(text);
  const sent: SaveAgentInput[] = [];
  const merged: string[] = [];
  let answer: (result: ActionResult<SaveAgentResult>) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const session = new SaveSession({
    store,
    workspace: 'acme',
    agentId: 'agent',
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
    fail: () => fail(new Error('gone')),
  };
}

describe('a save while typing goes on', () => {
  it('sends the text on its base, and what was typed meanwhile stays unsaved', async () => {
    const { session, sent, type, reply, store } = start();
    type('A');
    const saving = session.save('why');
    type('B');
    reply({ kind: 'saved', version: stamp(2) });
    await saving;
    expect(sent).toEqual([
      { workspace: 'acme', agentId: 'agent', baseVersionId: 'v1', text: `${BASE}A`, message: 'why' },
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
    expect(session.getState().phase).toBe('failed');
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

describe('drafts', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  it('wait with the version that they are based on, and are saved on it', async () => {
    const tab = storage();
    const first = start();
    first.type('mine\n');
    keepDraft(tab, 'agent', first.session, first.store.getFile().text);

    const second = start(BASE.replace('one', 'ONE'));
    const draft = readDraft(tab, 'agent');
    if (draft) second.session.restore(draft);
    expect(second.store.getFile().text).toBe(`${BASE}mine\n`);
    const saving = second.session.save();
    expect(second.sent[0]).toMatchObject({ baseVersionId: 'v1', text: `${BASE}mine\n` });
    second.reply({ kind: 'saved', version: stamp(3) });
    await saving;
    keepDraft(tab, 'agent', second.session, second.store.getFile().text);
    expect(readDraft(tab, 'agent')).toBeNull();
  });

  it('that cannot be read or kept do no harm', () => {
    const tab = storage();
    for (const value of ['', '{', '1', 'null', '{"text":"a"}']) {
      tab.setItem('muster-draft-agent', value);
      expect(readDraft(tab, 'agent')).toBeNull();
    }
    const { session, type, store } = start();
    type('a');
    const full = {
      ...tab,
      setItem: () => {
        throw new Error('full');
      },
    };
    keepDraft(full, 'agent', session, store.getFile().text);
    expect(readDraft(full, 'agent')).toBeNull();
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
