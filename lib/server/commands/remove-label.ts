/** How does a label go? Its moves stay in the history. */

import 'server-only';

import { getAgent, moveLabel } from '@/db';
import { removeLabelInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';
import { requireMovable } from '../labels';

export const removeLabel = workspaceCommand({
  event: 'label.removed',
  permission: 'agent:label',
  input: removeLabelInput,
  async prepare({ agentId }, { read, scope: { workspaceId } }) {
    const agent = await getAgent(read, { workspaceId, agentId });
    if (!agent || agent.deletedAt !== null) throw notFoundFailure();
  },
  async commit(tx, _nothing, { agentId, name }, { scope, now }) {
    const { workspaceId, user } = scope;
    await requireMovable(tx, scope, name);
    const { moved, fromVersionId } = await moveLabel(tx, {
      ...{ workspaceId, agentId, name, versionId: null },
      ...{ userId: user.id, now },
    });
    return {
      output: { fromVersionId },
      subjectId: agentId,
      details: { label: name },
      nothingChanged: !moved,
    };
  },
});
