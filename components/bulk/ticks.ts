/** Which agents, and which places in them, are left out of a change? Pure. */

import type { BulkPreview } from '@/lib/contract';

export interface Ticks {
  /** Agents that are left as they are. */
  out: ReadonlySet<string>;
  /** Of some agents the places that stay as they are. */
  skipped: ReadonlyMap<string, readonly number[]>;
}

export const ALL_TICKED: Ticks = { out: new Set(), skipped: new Map() };

/** Takes agents in, or leaves them out. */
export function tickAgents(ticks: Ticks, agentIds: readonly string[], isIn: boolean): Ticks {
  const out = new Set(ticks.out);
  for (const id of agentIds) {
    if (isIn) out.delete(id);
    else out.add(id);
  }
  return { ...ticks, out };
}

/** Takes a place of an agent in, or leaves it out. */
export function tickPlace(ticks: Ticks, agentId: string, index: number, isIn: boolean): Ticks {
  const now = (ticks.skipped.get(agentId) ?? []).filter((each) => each !== index);
  const skipped = new Map(ticks.skipped).set(agentId, isIn ? now : [...now, index]);
  return { ...ticks, skipped };
}

/** What is sent to be done. */
export function itemsToChange(agents: readonly BulkPreview[], { out, skipped }: Ticks) {
  return agents
    .filter(({ agentId, outcome }) => outcome === 'changed' && !out.has(agentId))
    .map(({ agentId, versionId }) => ({ agentId, versionId, skip: [...(skipped.get(agentId) ?? [])] }));
}

export type Group = 'widening' | 'changed' | 'refused' | 'unchanged';

/** Sorts agents by what becomes of them; those that may do more stand among the changed, too, and first. */
export function groupAgents(agents: readonly BulkPreview[]): Record<Group, BulkPreview[]> {
  const of = (outcome: BulkPreview['outcome']) => agents.filter((agent) => agent.outcome === outcome);
  const changed = of('changed');
  const widening = changed.filter(({ gains }) => gains.length > 0);
  return {
    widening,
    changed: [...widening, ...changed.filter(({ gains }) => gains.length === 0)],
    refused: of('refused'),
    unchanged: of('unchanged'),
  };
}
