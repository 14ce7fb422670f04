/** Who has to read what before it is published? An owner or admin says so. */

import 'server-only';

import { setPublishing as keep, listPublishable, lockWorkspace, putLabels } from '@/db';
import { PUBLISHED, setPublishingInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { policyOf } from '../review-state';

export const setPublishing = workspaceCommand({
  event: 'publishing.set',
  permission: 'publishing:set',
  input: setPublishingInput,
  prepare: async () => null,
  async commit(tx, _prepared, { policy, adopt }, { scope: { workspaceId, user }, now }) {
    await lockWorkspace(tx, { workspaceId, now });
    const before = await policyOf(tx, workspaceId);
    await keep(tx, { workspaceId, policy, now });
    let adopted = 0;
    // Only as it is turned on: later on what is not published goes by a review.
    if (adopt && policy.enabled && !before.enabled) {
      const marks = await listPublishable(tx, { workspaceId });
      adopted = await putLabels(tx, { workspaceId, name: PUBLISHED, marks, userId: user.id, now });
    }
    return { output: { adopted }, subjectId: workspaceId, details: { ...policy, adopted } };
  },
});
