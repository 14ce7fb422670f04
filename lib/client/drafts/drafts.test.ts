import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { type AgentDraft, DRAFT_FORMAT, type Draft, newDraftId, readDraft } from './draft';
import { DraftKeeper, endAllDrafts, keepAllDrafts } from './draft-keeper';
import { DraftStore, type TabStorage } from './draft-store';
import { openDevice } from './this-device';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

class Tab implements TabStorage {
  readonly kept = new Map<string, string>();
  isFull = false;
  get length() {
    return this.kept.size;
  }
  key = (at: number) => [...this.kept.keys()][at] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  removeItem = (key: string) => void this.kept.delete(key);
  setItem = (key: string, value: string) => {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  };
}

const noDevice = () => Promise.reject(new Error('a private window'));

function draftOf(change: Partial<AgentDraft> = {}): AgentDraft {
  return {
    format: DRAFT_FORMAT,
    kind: 'agent',
    id: newDraftId(),
    userId: 'ada',
    workspace: 'acme',
    agentId: 'agent',
    title: 'reviewer',
    base: { versionId: 'v1', number: 1, savedAt: 0, savedBy: 'Ada' },
    baseText: 'base',
    text: 'text',
    changedAt: 1,
    ...change,
  };
}

describe('what is read as a draft', () => {
  it('is only what has all its parts in the right form', () => {
    const draft = draftOf();
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    const fields = { pasted: 'text' };
    const { agentId: _, base: __, baseText: ___, text: ____, ...head } = draft;
    expect(readDraft({ ...head, kind: 'new', fields })).toMatchObject({ fields });
    for (const wrong of [
      null,
      1,
      'a',
      {},
      { ...draft, format: 2 },
      { ...draft, text: 1 },
      { ...draft, base: {} },
    ])
      expect(readDraft(wrong)).toBeNull();
    expect(readDraft({ ...head, kind: 'new', fields: { pasted: 1 } })).toBeNull();
  });
});

describe('the store of drafts', () => {
  it('shows nobody the drafts of somebody else', async () => {
    const store = new DraftStore(openDevice, new Tab());
    await store.put(draftOf({ userId: 'ada', text: 'mine' }));
    store.putInTab(draftOf({ userId: 'ada', text: 'mine too' }));
    expect(await store.list('grace')).toEqual([]);
    expect(await store.list('ada')).toHaveLength(2);
  });

  it('goes on in the tab where the database does not work, and says so', async () => {
    const tab = new Tab();
    const store = new DraftStore(noDevice, tab);
    const draft = draftOf();
    expect(await store.put(draft)).toBe('tab');
    expect(await store.list('ada')).toEqual([draft]);
    tab.isFull = true;
    expect(await store.put(draftOf({ text: 'more' }))).toBe('nowhere');
    expect(await store.list('ada')).toEqual([draft]);
    await store.remove([draft.id]);
    expect(await store.list('ada')).toEqual([]);
    expect(await new DraftStore(noDevice, null).put(draft)).toBe('nowhere');
  });

  it('gives the later of what tab and device have, whichever it is', async () => {
    const tab = new Tab();
    const store = new DraftStore(openDevice, tab);
    const draft = draftOf({ text: 'earlier', changedAt: 1 });
    await store.put(draft);
    store.putInTab({ ...draft, text: 'farewell', changedAt: 2 });
    expect(await store.list('ada')).toMatchObject([{ text: 'farewell' }]);
    await store.put({ ...draft, text: 'later', changedAt: 3 });
    expect(store.isInTab(draft.id)).toBe(false);
    expect(await store.list('ada')).toMatchObject([{ text: 'later' }]);
  });

  it('leaves alone what a newer Muster has made of the database', async () => {
    const store = new DraftStore(openDevice, new Tab());
    await store.put(draftOf({ text: 'before' }));
    const newer = await openDB('muster', 2);
    expect(await store.put(draftOf({ text: 'after' }))).toBe('tab');
    expect(await store.list('ada')).toMatchObject([{ text: 'after' }]);
    expect(await newer.count('drafts')).toBe(1);
    newer.close();
  });

  it('forgets the oldest of very many, and only when they were left alone for long', async () => {
    const store = new DraftStore(openDevice, new Tab());
    const now = 100 * 24 * 60 * 60 * 1000;
    for (let at = 0; at < 205; at++) await store.put(draftOf({ changedAt: at < 3 ? at : now - at }));
    await store.prune(now);
    const left = await store.list('ada');
    expect(left).toHaveLength(202);
    expect(Math.min(...left.map(({ changedAt }) => changedAt))).toBeGreaterThan(3);
    for (let at = 0; at < 3; at++) await store.put(draftOf({ changedAt: at }));
    await store.prune(now);
    expect(await store.list('ada')).toHaveLength(202);
  });
});

/** An open editor as far as its draft goes, and what it must not lose. */
class OpenEditor {
  readonly id = newDraftId();
  readonly keeper: DraftKeeper;
  base = '';
  text = '';

  constructor(
    readonly store: DraftStore,
    readonly clock: () => number,
  ) {
    this.keeper = new DraftKeeper({ id: this.id, store, read: () => this.draft() });
  }

  draft(): Draft | null {
    const { id, base, text } = this;
    return text === base ? null : draftOf({ id, baseText: base, text, changedAt: this.clock() });
  }
}

describe('keeping the draft of an editor', () => {
  it('writes while typing goes on, and not only when it rests', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const store = new DraftStore(noDevice, new Tab());
      const editor = new OpenEditor(store, () => 1);
      for (let key = 0; key < 20; key++) {
        editor.text += 'x';
        editor.keeper.changed();
        await vi.advanceTimersByTimeAsync(100);
      }
      const [draft] = (await store.list('ada')) as AgentDraft[];
      expect(draft?.text.length).toBeGreaterThanOrEqual(17);
      editor.keeper.end();
    } finally {
      vi.useRealTimers();
    }
  });

  it('takes away at once what was saved, for a page that goes in the same moment', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const tab = new Tab();
      const editor = new OpenEditor(new DraftStore(noDevice, tab), () => 1);
      editor.text = 'typed';
      await editor.keeper.keep();
      expect(tab.length).toBe(1);
      editor.text = 'typed more';
      editor.keeper.changed();
      editor.base = editor.text;
      editor.keeper.saved();
      // No clock moves, and no answer of a disk is waited for.
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      expect(tab.length).toBe(0);
      editor.keeper.end();
    } finally {
      vi.useRealTimers();
    }
  });

  it('writes all that is open when asked, and nothing more once it was ended', async () => {
    const store = new DraftStore(openDevice, new Tab());
    const editors = [new OpenEditor(store, () => 1), new OpenEditor(store, () => 1)];
    for (const editor of editors) editor.text = 'typed';
    await keepAllDrafts();
    expect(await store.list('ada')).toHaveLength(2);
    endAllDrafts();
    for (const editor of editors) await store.remove([editor.id]);
    for (const editor of editors) editor.keeper.keepAtOnce();
    await keepAllDrafts();
    expect(await store.list('ada')).toEqual([]);
  });

  const step = fc.oneof(
    fc.record({
      kind: fc.constant('type' as const),
      tab: fc.nat(2),
      text: fc.string({ minLength: 1, maxLength: 5 }),
    }),
    fc.record({
      kind: fc.constantFrom('rest', 'save', 'crash', 'reload', 'open', 'fill', 'free'),
      tab: fc.nat(2),
    }),
  );

  it('loses no text that was written, whatever tabs do: type, save, crash, reload, come back', async () => {
    const run = fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.boolean(),
      async (steps, hasDevice) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        let now = 0;
        const tabs = [new Tab(), new Tab(), new Tab()];
        const open = hasDevice ? openDevice : noDevice;
        const stores = tabs.map((tab) => new DraftStore(open, tab));
        const start = (at: number) => new OpenEditor(stores[at] as DraftStore, () => ++now);
        const editors = tabs.map((_, at) => start(at));
        /** Text that must be found again, by the draft that has it. Without a device each tab has its own. */
        const owed = new Map<string, { tab: number; text: string }>();
        const owe = (at: number, { id, text, base }: OpenEditor) =>
          text === base ? owed.delete(id) : owed.set(id, { tab: at, text });

        for (const { kind, tab: at, ...rest } of steps) {
          const editor = editors[at] as OpenEditor;
          const tab = tabs[at] as Tab;
          if (kind === 'fill' || kind === 'free') tab.isFull = kind === 'fill';
          if (kind === 'type') editor.text += (rest as { text: string }).text;
          if (kind === 'save') editor.base = editor.text;
          if (kind === 'rest' || kind === 'save') {
            await editor.keeper.keep();
            if (hasDevice || !tab.isFull || editor.text === editor.base) owe(at, editor);
          }
          if (kind === 'crash' || kind === 'reload') {
            if (kind === 'reload') {
              editor.keeper.keepAtOnce();
              if (!tab.isFull) owe(at, editor);
            }
            editor.keeper.end();
            editors[at] = start(at);
          }
          if (kind === 'open' && editor.text === editor.base) {
            // Comes back to what nobody is writing any more.
            const live = new Set(editors.map(({ id }) => id));
            const left = (await editor.store.list('ada')).find(({ id }) => !live.has(id)) as
              | AgentDraft
              | undefined;
            if (!left) continue;
            editor.base = left.baseText;
            editor.text = left.text;
            await editor.keeper.takeOver(left.id);
            if (!hasDevice && tab.isFull) continue;
            const debt = owed.get(left.id);
            if (debt) owed.set(editor.id, { tab: at, text: debt.text });
            owed.delete(left.id);
          }
          for (const [id, { tab: of, text }] of owed) {
            const drafts = (await (stores[of] as DraftStore).list('ada')) as AgentDraft[];
            const found = drafts.find((draft) => draft.id === id)?.text;
            expect(found === text || editors.some((one) => one.id === id && one.text.startsWith(text))).toBe(
              true,
            );
            expect(found).toBeDefined();
          }
        }
        endAllDrafts();
      },
    );
    await fc.assert(run, { numRuns: 60 });
  });
});
