/** How does an agent get a twin? The same text under a name that no other agent of the workspace has. */

import 'server-only';

import { getAgent, createAgent as insertAgent, listAgentNames } from '@/db';
import { editAgentFile, freeName } from '@/lib/agent-file';
import { duplicateAgentInput } from '@/lib/contract';

import { agentFacts } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';

export const duplicateAgent = workspaceCommand({
  event: 'agent.duplicated',
  permission: 'agent:create',
  input: duplicateAgentInput,
  async prepare({ agentId }, { read, scope: { workspaceId } }) {
    const source = await getAgent(read, { workspaceId, agentId });
    if (!source || source.deletedAt !== null) throw notFoundFailure();
    const names = await listAgentNames(read, { workspaceId });
    const text = underNewName(source.text, source.name, names);
    return { source, text, facts: agentFacts(text, source.fileName), profile: await profileOf(text) };
  },
  async commit(tx, { source, text, facts, profile }, _input, { scope, now }) {
    const made = await insertAgent(tx, {
      workspaceId: scope.workspaceId,
      userId: scope.user.id,
      text,
      facts,
      ...(profile && { profile }),
      fileName: source.fileName,
      parents: [source.version.versionId],
      now,
    });
    return {
      output: { agentId: made.agentId },
      subjectId: made.agentId,
      details: { from: source.id, title: facts.title },
    };
  },
});

/** Returns the text with a free name; unchanged when it has none, or the lens cannot set it. */
function underNewName(text: string, name: string | null, names: readonly string[]): string {
  if (name === null) return text;
  const stem = name.replace(/-copy(?:-\d+)?$/, '');
  const edited = editAgentFile(text, { kind: 'set', key: 'name', value: freeName(`${stem}-copy`, names) });
  return edited.ok ? edited.text : text;
}
