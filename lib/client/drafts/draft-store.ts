/** Where do drafts lie? In the browser's database; in the tab where that does not work, or is too slow for a farewell. */

import type { IDBPDatabase } from 'idb';

import { type Draft, readDraft } from './draft';

/** Where a draft was written: `tab` outlives a reload, `device` also the browser. */
export type KeptPlace = 'device' | 'tab' | 'nowhere';

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
export type OpenDevice = () => Promise<IDBPDatabase>;

const STORE = 'drafts';
const PREFIX = 'muster-draft:';

/** Beyond so many, drafts that were left alone for so long go, the oldest first. */
const MOST_DRAFTS = 200;
const LEFT_ALONE_MS = 30 * 24 * 60 * 60 * 1000;

export class DraftStore {
  private device: Promise<IDBPDatabase | null> | null = null;

  constructor(
    private readonly open: OpenDevice,
    private readonly tab: TabStorage | null,
  ) {}

  /** Writes a draft in place of those that it goes on from; resolves with where it lies, and never rejects. */
  async put(draft: Draft, replaces: readonly string[] = []): Promise<KeptPlace> {
    const isWritten = await this.onDevice(async (device) => {
      const { store, done } = device.transaction(STORE, 'readwrite');
      await Promise.all([store.put(draft), ...replaces.map((id) => store.delete(id)), done]);
      return true;
    });
    const isInTab = !isWritten && this.putInTab(draft);
    if (!isWritten && !isInTab) return 'nowhere';
    for (const id of replaces) this.removeFromTab(id);
    if (isWritten) this.removeOlderFromTab(draft);
    return isWritten ? 'device' : 'tab';
  }

  /** Writes a draft before the next line runs: there may be no later when a page goes away. */
  putInTab(draft: Draft): boolean {
    try {
      this.tab?.setItem(PREFIX + draft.id, JSON.stringify(draft));
      return this.tab !== null;
    } catch {
      return false;
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.removeFromTab(id);
    await this.onDevice(async (device) => {
      const { store, done } = device.transaction(STORE, 'readwrite');
      await Promise.all([...ids.map((id) => store.delete(id)), done]);
      return true;
    });
  }

  /** All drafts of a person, the latest first. */
  async list(userId: string): Promise<Draft[]> {
    const onDevice = await this.onDevice((device) => device.getAllFromIndex(STORE, 'userId', userId));
    const latest = new Map<string, Draft>();
    for (const value of [...(onDevice ?? []), ...this.inTab()]) {
      const draft = readDraft(value);
      if (draft?.userId !== userId) continue;
      if ((latest.get(draft.id)?.changedAt ?? -1) <= draft.changedAt) latest.set(draft.id, draft);
    }
    return [...latest.values()].sort((a, b) => b.changedAt - a.changedAt);
  }

  /** Whether this tab wrote the draft for when its page goes away. */
  isInTab(id: string): boolean {
    return this.readTab(PREFIX + id) !== null;
  }

  /** Forgets what nobody has come back for. */
  async prune(now: number): Promise<void> {
    await this.onDevice(async (device) => {
      const transaction = device.transaction(STORE, 'readwrite');
      const tooMany = (await transaction.store.count()) - MOST_DRAFTS;
      const old = IDBKeyRange.upperBound(now - LEFT_ALONE_MS);
      let cursor = tooMany > 0 ? await transaction.store.index('changedAt').openCursor(old) : null;
      for (let left = tooMany; cursor && left > 0; left--) {
        await cursor.delete();
        cursor = await cursor.continue();
      }
      await transaction.done;
      return true;
    });
  }

  /** Null where the database does not work: private windows, a full disk, one that a newer Muster has made. */
  private async onDevice<T>(work: (device: IDBPDatabase) => Promise<T>): Promise<T | null> {
    this.device ??= this.open().catch(() => null);
    const device = await this.device;
    try {
      if (device) return await work(device);
    } catch {
      // What failed may be the connection; the next draft gets a new one.
      device?.close();
    }
    this.device = null;
    return null;
  }

  removeFromTab(id: string): void {
    try {
      this.tab?.removeItem(PREFIX + id);
    } catch {
      // A storage that is forbidden holds nothing.
    }
  }

  private removeOlderFromTab({ id, changedAt }: Draft): void {
    const inTab = readDraft(this.readTab(PREFIX + id));
    if (inTab && inTab.changedAt < changedAt) this.removeFromTab(id);
  }

  private inTab(): unknown[] {
    try {
      const keys = Array.from({ length: this.tab?.length ?? 0 }, (_, at) => this.tab?.key(at) ?? '');
      return keys.filter((key) => key.startsWith(PREFIX)).map((key) => this.readTab(key));
    } catch {
      return [];
    }
  }

  private readTab(key: string): unknown {
    try {
      return JSON.parse(this.tab?.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }
}
