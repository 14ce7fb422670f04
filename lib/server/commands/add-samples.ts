/** How does an empty workspace get something to look at? A dozen samples, all under one tag. */

import 'server-only';

import { addTag, createAgent, getAgentByText } from '@/db';
import { addSamplesInput, SAMPLE_TAG } from '@/lib/contract';
import { SAMPLES } from '@/lib/starters';

import { agentFacts } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { workspaceCommand } from '../command';
import { audited } from './audited-ids';

export const addSamples = workspaceCommand({
  event: 'samples.added',
  permission: 'agent:create',
  input: addSamplesInput,
  prepare: () =>
    Promise.all(
      SAMPLES.map(async ({ fileName, text }) => ({
        ...{ fileName, text, originPath: `samples/${fileName}` },
        facts: agentFacts(text, fileName),
        profile: await profileOf(text),
      })),
    ),
  async commit(tx, samples, _input, { scope: { workspaceId, user }, now }) {
    const ids: string[] = [];
    for (const { profile, ...sample } of samples) {
      if (await getAgentByText(tx, { workspaceId, text: sample.text })) continue;
      const save = { workspaceId, userId: user.id, now, ...sample, ...(profile && { profile }) };
      ids.push((await createAgent(tx, save)).agentId);
    }
    await addTag(tx, { workspaceId, agentIds: ids, tag: SAMPLE_TAG });
    return { output: { ids }, ...audited(ids), nothingChanged: ids.length === 0 };
  },
});
