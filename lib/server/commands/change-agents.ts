/** How do many agents change alike? Some at a time, each from the version that was looked at. */

import 'server-only';

import { createBulkChange, type Db, extendBulkChange, getBulkChange, listVersionTexts } from '@/db';
import { describeChange } from '@/lib/bulk';
import { type ChangedBatch, changeAgentsInput, type LeftAlone } from '@/lib/contract';

import { askBulk, requireSound } from '../bulk-jobs';
import { type WorkspaceContext, workspaceCommand } from '../command';
import { Failure, notFoundFailure } from '../failure';
import { audited } from './audited-ids';
import { headsById, leftAlone, saveVersions, toWrites, whyNot } from './bulk-versions';

/** As long as a version's message may be. */
const MAX_WORDS = 500;

export const changeAgents = workspaceCommand({
  event: 'agents.changed',
  permission: 'agent:save',
  limit: 'bulk',
  input: changeAgentsInput,
  async prepare({ bulkId, change, items }, { read, scope }) {
    requireSound(change);
    const { workspaceId } = scope;
    if (bulkId) await requireOwn(read, scope, bulkId);
    const heads = await headsById(
      read,
      workspaceId,
      items.map(({ agentId }) => agentId),
    );
    const versionIds = items.map(({ versionId }) => versionId);
    const rows = await listVersionTexts(read, { workspaceId, versionIds });
    const rowOf = new Map(rows.map((row) => [row.versionId, row]));
    const left: LeftAlone[] = [];
    const wanted = items.flatMap(({ agentId, versionId, skip }) => {
      const head = heads.get(agentId);
      const row = rowOf.get(versionId);
      if (!head || row?.agentId !== agentId) throw notFoundFailure();
      const reason = whyNot(head, versionId);
      if (reason) left.push(leftAlone(head, reason));
      return reason ? [] : [{ head, skip, text: row.text, fileName: row.fileName }];
    });
    const plan = { change, items: wanted.map(({ text, skip }) => ({ text, skip })) };
    const plans = await askBulk('plan', plan, { userId: scope.user.id });
    const texts = wanted.flatMap(({ head, fileName }, at) => {
      const plan = plans[at];
      if (plan && 'text' in plan) return [{ head, fileName, text: plan.text }];
      if (plan) left.push(leftAlone(head, plan.message));
      return [];
    });
    return { writes: await toWrites(texts), left };
  },
  async commit(tx, { writes, left }, { bulkId, change }, { scope, now }) {
    const { workspaceId, user } = scope;
    const summary = describeChange(change).slice(0, MAX_WORDS);
    const saved = await saveVersions(tx, writes, { scope, now, message: summary });
    const { items } = saved;
    let changeId = bulkId;
    if (items.length > 0 && bulkId) {
      if (!(await extendBulkChange(tx, { workspaceId, bulkId, items }))) throw undoneFailure();
    } else if (items.length > 0) {
      const row = { workspaceId, kind: change.kind, summary, items, userId: user.id, now };
      changeId = (await createBulkChange(tx, row)).bulkId;
    }
    const output: ChangedBatch = {
      bulkId: changeId,
      changed: items.length,
      left: [...left, ...saved.left],
    };
    const { subjectId, details } = audited(items.map(({ agentId }) => agentId));
    return {
      output,
      subjectId,
      details: { ...details, change: summary, ...(changeId && { bulk: changeId }) },
      nothingChanged: items.length === 0,
    };
  },
});

/** Nobody goes on with what another began. */
async function requireOwn(
  read: Db,
  { workspaceId, user }: WorkspaceContext['scope'],
  bulkId: string,
): Promise<void> {
  const begun = await getBulkChange(read, { workspaceId, bulkId });
  if (!begun || begun.createdById !== user.id) throw notFoundFailure();
  if (begun.undoneAt !== null) throw undoneFailure();
}

const undoneFailure = () =>
  new Failure('conflict', 'This change was undone in the meantime, so no more agents were changed.');
