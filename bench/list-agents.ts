/** Which ten thousand agents does a list show? Of all models, tools, tags and places, some broken. */

import { addTag, createAgent, deleteAgents, type Store, shelveAgents } from '@/db';
import { agentFacts } from '@/lib/server/agent-facts';

import { generateAgents } from './generated-agents';

export const SIZE = Number(process.env.MUSTER_BENCH_SIZES ?? 10_000);
const WORDS = 300;
/** Agents that are put into the database at once. */
const BATCH = 200;
const DAY_MS = 86_400_000;

const MODELS = ['', 'model: opus\n', 'model: sonnet\n', 'model: haiku\n'];
const COLORS = ['', 'color: blue\n', 'color: green\n', 'color: purple\n'];
const TOOLS = [
  '',
  'tools: Read, Grep, Glob\n',
  'tools: Read, Bash(git:*), Edit\n',
  'tools:\n',
  'tools: Raed\n',
];
const TAGS = ['backend', 'frontend', 'on call', 'review', 'draft'];

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

/** Puts them into the workspace. */
export async function fillList(store: Store, workspaceId: string, userId: string): Promise<void> {
  const agents = generateAgents(SIZE, WORDS);
  const now = Date.now();
  for (let done = 0; done < SIZE; done += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, SIZE - done) }, (_, i) => {
      const at = done + i;
      const more = pick(MODELS, at) + pick(COLORS, at >> 2) + pick(TOOLS, at >> 3);
      const text = (agents.next().value?.text ?? '')
        .replace(/\r?\n---\r?\n/, `\n${more}---\n`)
        .replace(/^description:/m, at % 17 === 0 ? 'descripton:' : 'description:');
      return {
        text,
        facts: agentFacts(text, null),
        workspaceId,
        userId,
        now: now - ((at * 37) % 400) * (DAY_MS / 4),
      };
    });
    await store.write(async (tx) => {
      const ids: string[] = [];
      for (const agent of made) ids.push((await createAgent(tx, agent)).agentId);
      const some = (every: number) => ids.filter((_, at) => at % every === 0);
      for (const [at, tag] of TAGS.entries()) await addTag(tx, { workspaceId, agentIds: some(2 + at), tag });
      await shelveAgents(tx, { workspaceId, agentIds: some(40), userId, now });
      await deleteAgents(tx, { workspaceId, agentIds: some(50), userId, now });
    });
  }
}
