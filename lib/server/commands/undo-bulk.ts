/** How is a change of many undone? Some agents at a time get back what they said, with what others wrote since. */

import 'server-only';

import { type AgentHead, type Db, getBulkChange, listVersionTexts, markBulkUndone } from '@/db';
import { type LeftAlone, MAX_BULK_BATCH, type UndoneBatch, undoBulkInput } from '@/lib/contract';

import type { Scope } from '../access';
import { isStorable } from '../agent-text';
import { askBulk } from '../bulk-jobs';
import { workspaceCommand } from '../command';
import { Failure, LostRace, notFoundFailure } from '../failure';
import { audited } from './audited-ids';
import { headsById, leftAlone, saveVersions, toWrites, whyNot } from './bulk-versions';

/** As long as a version's message may be. */
const MAX_WORDS = 500;
const BUILT_ON = 'Others changed the same lines since. Look at its history, and restore what you want.';

export const undoBulk = workspaceCommand({
  event: 'agents.change-undone',
  permission: 'agent:save',
  limit: 'bulk',
  input: undoBulkInput,
  async prepare({ bulkId, from }, { read, scope }) {
    const { workspaceId } = scope;
    const change = await getBulkChange(read, { workspaceId, bulkId });
    if (!change) throw notFoundFailure();
    if (change.undoneAt !== null) throw undoneFailure();
    const items = change.items.slice(from, from + MAX_BULK_BATCH);
    const heads = await headsById(
      read,
      workspaceId,
      items.map(({ agentId }) => agentId),
    );
    const left: LeftAlone[] = [];
    const found = items.flatMap(({ agentId, before, after }) => {
      const head = heads.get(agentId);
      if (!head) {
        left.push({ agentId, title: 'An agent', message: 'It was deleted for good.' });
        return [];
      }
      const reason = whyNot(head);
      if (reason) left.push(leftAlone(head, reason));
      return reason ? [] : [{ head, before, after }];
    });
    const texts = await textsBefore(read, scope, found);
    left.push(...texts.left);
    const next = from + MAX_BULK_BATCH < change.items.length ? from + MAX_BULK_BATCH : null;
    return { summary: change.summary, writes: await toWrites(texts.texts), left, next };
  },
  async commit(tx, { summary, writes, left, next }, { bulkId }, { scope, now }) {
    const message = `Undo: ${summary}`.slice(0, MAX_WORDS);
    const saved = await saveVersions(tx, writes, { scope, now, message });
    // Left alone now, they could never be undone: what was saved meanwhile is looked at anew, and joined if it can be.
    if (saved.left.length > 0) throw new LostRace();
    const { workspaceId } = scope;
    if (next === null && !(await markBulkUndone(tx, { workspaceId, bulkId, now }))) throw undoneFailure();
    const output: UndoneBatch = {
      undone: saved.items.length,
      left,
      next,
    };
    const { subjectId, details } = audited(saved.items.map(({ agentId }) => agentId));
    return { output, subjectId, details: { ...details, bulk: bulkId, change: summary } };
  },
});

interface Changed {
  head: AgentHead;
  before: string;
  after: string;
}

/** What the agents say without the change: as before, or as others have made it since, without it. */
async function textsBefore(read: Db, { workspaceId, user }: Scope, changed: readonly Changed[]) {
  const versionIds = changed.flatMap(({ head, before, after }) =>
    head.headId === after ? [before] : [before, after, head.headId],
  );
  const rows = await listVersionTexts(read, { workspaceId, versionIds: [...new Set(versionIds)] });
  const rowOf = new Map(rows.map((row) => [row.versionId, row]));
  const textOf = (versionId: string) => rowOf.get(versionId)?.text ?? '';
  const moved = changed.filter(({ head, after }) => head.headId !== after);
  const merged = await reverted(
    user.id,
    moved.map(({ head, before, after }) => ({
      before: textOf(before),
      after: textOf(after),
      head: textOf(head.headId),
    })),
  );
  const mergedOf = new Map(moved.map(({ head }, at) => [head.agentId, merged[at] ?? null]));
  const left: LeftAlone[] = [];
  const texts = changed.flatMap(({ head, before, after }) => {
    const text = head.headId === after ? textOf(before) : (mergedOf.get(head.agentId) ?? null);
    if (text === null || !isStorable(text)) {
      left.push(leftAlone(head, BUILT_ON));
      return [];
    }
    // It says so already: an undo that was stopped half-way goes on.
    if (head.headId !== after && text === textOf(head.headId)) return [];
    return [{ head, text, fileName: rowOf.get(before)?.fileName ?? null }];
  });
  return { texts, left };
}

function reverted(
  userId: string,
  items: { before: string; after: string; head: string }[],
): Promise<(string | null)[]> {
  return items.length === 0 ? Promise.resolve([]) : askBulk('revert', { items }, { userId });
}

const undoneFailure = () => new Failure('conflict', 'This change was undone already. Reload the page.');
