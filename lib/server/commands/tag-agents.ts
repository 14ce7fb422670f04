/** How do agents get tags and lose them? */

import 'server-only';

import { addTag, countOverTagged, removeTag } from '@/db';
import { MAX_TAGS, type TagChange, tagAgentsInput } from '@/lib/contract';

import { listChosenIds } from '../chosen-agents';
import { workspaceCommand } from '../command';
import { Failure } from '../failure';

export const tagAgents = workspaceCommand({
  event: 'agent.tagged',
  permission: 'agent:tag',
  input: tagAgentsInput,
  prepare: ({ choice }, { read, scope, now }) => listChosenIds(read, scope, choice, now),
  async commit(tx, agentIds, { add, remove }, { scope: { workspaceId } }) {
    const of = { workspaceId, agentIds };
    const changes: TagChange[] = [];
    for (const tag of remove) {
      changes.push({ tag, change: 'removed', ids: await removeTag(tx, { ...of, tag }) });
    }
    for (const tag of add) changes.push({ tag, change: 'added', ids: await addTag(tx, { ...of, tag }) });
    const over = await countOverTagged(tx, { ...of, most: MAX_TAGS });
    if (over > 0) throw overFailure(over);
    const made = changes.filter(({ ids }) => ids.length > 0);
    return {
      output: { changes: made },
      subjectId: agentIds.length === 1 ? agentIds[0] : undefined,
      details: Object.fromEntries(made.map(({ tag, change, ids }) => [`${change} ${tag}`, ids])),
      nothingChanged: made.length === 0,
    };
  },
});

function overFailure(agents: number): Failure {
  const whose = agents === 1 ? 'One agent' : `${agents.toLocaleString('en-US')} agents`;
  return new Failure(
    'invalid_input',
    `${whose} would have more than ${MAX_TAGS} tags. Nothing was changed. Take some off first.`,
  );
}
