/** Of what somebody said, what does not hold any more, and why? */

import { type GivenReview, type ProposedAgent, readingOf } from './judge';

/** One agent of which something else is proposed than what was read. */
export interface VoidReading {
  agentId: string;
  /** `version`: another one is proposed; `base`: it is compared with another; `gone`: it is not proposed any more. */
  why: 'version' | 'base' | 'gone';
  read: ReadVersions;
}

interface ReadVersions {
  baseVersionId: string | null;
  versionId: string;
}

/**
 * Returns the agents of which a verdict is void, in the order of their ids. A comment takes nothing and gives nothing, so
 * nothing of it is void.
 *
 * @example Of a review that read v1..v2 of an agent that is proposed as v1..v3: `why: 'version'`.
 */
export function voidReadings(
  { verdict, readings }: Pick<GivenReview, 'verdict' | 'readings'>,
  agents: readonly Pick<ProposedAgent, 'agentId' | 'baseVersionId' | 'versionId'>[],
): VoidReading[] {
  if (verdict === 'commented') return [];
  const present = new Map(agents.map((agent) => [agent.agentId, agent]));
  return Object.keys(readings)
    .sort()
    .flatMap((agentId) => {
      const reading = readings[agentId] ?? '';
      const agent = present.get(agentId);
      if (agent && readingOf(agent) === reading) return [];
      const read = versionsOf(reading);
      return [{ agentId, read, why: whyVoid(agent, read) }];
    });
}

function whyVoid(agent: ReadVersions | undefined, { versionId }: ReadVersions): VoidReading['why'] {
  if (!agent) return 'gone';
  return agent.versionId === versionId ? 'base' : 'version';
}

/** What `readingOf` was made of. */
function versionsOf(reading: string): ReadVersions {
  const cut = reading.indexOf('..');
  return { baseVersionId: reading.slice(0, cut) || null, versionId: reading.slice(cut + 2) };
}
