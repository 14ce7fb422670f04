/** How does a label come to stand on a version? It is put there, or moved from where it was. */

import 'server-only';

import { countLabels, getAgent, getVersion, moveLabel } from '@/db';
import { type LabelMark, MAX_LABELS, putLabelInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure, notFoundFailure } from '../failure';
import { requireMovable } from '../labels';

export const putLabel = workspaceCommand({
  event: 'label.put',
  permission: 'agent:label',
  input: putLabelInput,
  async prepare({ agentId, versionId }, { read, scope: { workspaceId } }) {
    const agent = await getAgent(read, { workspaceId, agentId });
    const version = await getVersion(read, { workspaceId, agentId, versionId });
    if (!agent || agent.deletedAt !== null || !version) throw notFoundFailure();
    return { versionId, number: version.number };
  },
  async commit(tx, { versionId, number }, { agentId, name }, { scope, now }) {
    const { workspaceId, user } = scope;
    await requireMovable(tx, scope, name);
    const { moved } = await moveLabel(tx, {
      ...{ workspaceId, agentId, name, versionId },
      ...{ userId: user.id, now },
    });
    if ((await countLabels(tx, { workspaceId, agentId })) > MAX_LABELS) {
      throw new Failure(
        'invalid_input',
        `An agent has at most ${MAX_LABELS} labels. Take one off first; nothing was changed.`,
      );
    }
    const output: LabelMark = { name, versionId, number, movedAt: now, movedBy: user.name };
    return { output, subjectId: agentId, details: { label: name, number }, nothingChanged: !moved };
  },
});
