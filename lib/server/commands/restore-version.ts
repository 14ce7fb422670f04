/** How does an agent say again what it said before? By a new version on top of the last; the history stays as it was. */

import 'server-only';

import { type Db, getAgent, getVersion, saveVersion } from '@/db';
import { type RestoreVersionInput, type RestoreVersionResult, restoreVersionInput } from '@/lib/contract';

import { agentFacts } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { workspaceCommand } from '../command';
import { Failure, LostRace, notFoundFailure } from '../failure';

export const restoreVersion = workspaceCommand({
  event: 'version.restored',
  permission: 'agent:save',
  input: restoreVersionInput,
  async prepare(input, { read, scope: { workspaceId } }) {
    const { head, version } = await requirePair(read, workspaceId, input);
    if (version.text === head.text) return { head, version, write: null };
    const facts = agentFacts(version.text, head.fileName);
    return { head, version, write: { facts, profile: await profileOf(version.text) } };
  },
  async commit(tx, { head, version, write }, { agentId }, { scope, now }) {
    const formerId = head.version.versionId;
    if (!write) {
      const output: RestoreVersionResult = { kind: 'unchanged', version: head.version, formerId };
      return { output, nothingChanged: true };
    }
    const saved = await saveVersion(tx, {
      workspaceId: scope.workspaceId,
      agentId,
      baseVersionId: formerId,
      userId: scope.user.id,
      authors: [...new Set([...version.authors, scope.user.id])],
      text: version.text,
      facts: write.facts,
      ...(write.profile && { profile: write.profile }),
      message: `Restored v${version.number}`,
      now,
    });
    // Somebody was faster; the next attempt tells what they saved.
    if (!saved) throw new LostRace();
    const stamp = { ...saved, savedBy: scope.user.name };
    const output: RestoreVersionResult = { kind: 'restored', version: stamp, formerId };
    return { output, subjectId: agentId, details: { restored: version.number, number: saved.number } };
  },
});

/** The agent's head and the version to restore; a failure where the head is not what the person saw. */
async function requirePair(
  read: Db,
  workspaceId: string,
  { agentId, versionId, headId }: RestoreVersionInput,
) {
  const head = await getAgent(read, { workspaceId, agentId });
  const version = head && (await getVersion(read, { workspaceId, agentId, versionId }));
  if (!head || !version) throw notFoundFailure();
  if (head.deletedAt !== null) {
    throw new Failure('conflict', 'This agent is in the bin. Take it out first, then restore the version.');
  }
  if (head.archivedAt !== null) {
    throw new Failure(
      'conflict',
      'This agent is archived. Take it out of the archive first, then restore the version.',
    );
  }
  if (head.version.versionId !== headId) {
    const { number, savedBy } = head.version;
    throw new Failure(
      'conflict',
      `Meanwhile ${savedBy} saved v${number}. Nothing was restored. Look at v${number} first, then restore again.`,
    );
  }
  return { head, version };
}
