/** What has the workspace already of these files? Their twins and namesakes. */

import 'server-only';

import { type AgentThere, type Db, listAgentsLike } from '@/db';
import type { ImportedAgent, ImportedFile } from '@/lib/contract';

import type { Judged } from './judge';

type Agent = Extract<Judged, { ok: true }>;

/** The agents of a workspace that some files are like; grows as the files are written. */
export class Likes {
  private readonly byText = new Map<string, AgentThere>();
  private readonly byName = new Map<string, AgentThere[]>();

  constructor(agents: readonly AgentThere[]) {
    for (const agent of agents) this.add(agent);
  }

  add(agent: AgentThere): void {
    this.byText.set(agent.textSha, agent);
    if (agent.name === null) return;
    const namesakes = this.byName.get(agent.name)?.filter(({ agentId }) => agentId !== agent.agentId) ?? [];
    this.byName.set(agent.name, [...namesakes, agent]);
  }

  twinOf({ sha256 }: Agent): AgentThere | null {
    return this.byText.get(sha256) ?? null;
  }

  /** Of several the one that came from the same place, else the one that was changed last. */
  namesakeOf({ facts, fileName }: Agent, path: string): AgentThere | null {
    const [first = null, ...rest] = this.byName.get(facts.name ?? '') ?? [];
    const nearness = (agent: AgentThere) => [
      agent.originPath === path,
      agent.fileName === fileName,
      agent.updatedAt,
    ];
    const isNearer = (a: AgentThere, b: AgentThere) => {
      const [here, there] = [nearness(a), nearness(b)];
      const at = here.findIndex((value, index) => value !== there[index]);
      return at !== -1 && Number(here[at]) > Number(there[at]);
    };
    return rest.reduce((best, agent) => (best && isNearer(agent, best) ? agent : best), first);
  }
}

/** Looks up what these files are like, as of now. */
export async function findLikes(db: Db, workspaceId: string, agents: readonly Agent[]): Promise<Likes> {
  const shas = agents.map(({ sha256 }) => sha256);
  const names = agents.flatMap(({ facts }) => (facts.name === null ? [] : [facts.name]));
  return new Likes(await listAgentsLike(db, { workspaceId, shas, names }));
}

/** What lines say of every file that could be an agent. */
export function describe(
  key: string,
  path: string,
  { facts, sha256 }: Agent,
): Pick<ImportedFile, 'key' | 'path' | 'name' | 'loads' | 'sha256'> {
  return { key, path, name: facts.name, loads: facts.loads, sha256 };
}

/** The words about an agent: why it does not load, and what else is to be said. */
export function remarks({ facts }: Agent, ...others: (string | null)[]): string {
  const problem = facts.loads ? null : (facts.problem ?? 'Claude Code does not load this file.');
  return [problem, ...others].filter(Boolean).join(' ');
}

export const asImported = ({ agentId, title }: AgentThere): ImportedAgent => ({ id: agentId, title });

export const twinWords = ({ title }: AgentThere): string =>
  `The workspace has this very file already, as "${title}".`;
export const namesakeWords = (name: string | null): string =>
  `The workspace has an agent called "${name}" already.`;
