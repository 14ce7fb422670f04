/** What was done in a workspace, as its members may know it? */

import 'server-only';

import { getAgent, listAuditActors, pageOfAudit } from '@/db';
import { type ActivityPage, activityQuery, type RecordedPerson } from '@/lib/contract';
import { activityEvents, type EventGroup } from '@/lib/records';

import type { Scope } from '../access';
import { requireScope } from '../pages';
import { placeInWords, tellRows } from '../records';
import { getStore } from '../store';

const PAGE = 50;

export interface Activity {
  page: ActivityPage;
  people: RecordedPerson[];
  /** What was asked for and is there. */
  by: string | null;
  about: EventGroup | null;
  agent: { id: string; title: string } | null;
}

/** Returns what was done, the last first, for the page that asks for it. */
export async function listActivity(slug: string, asked: Record<string, unknown>): Promise<Activity> {
  const scope = await requireScope(slug, 'activity:read');
  const { by = null, about = null, agent: agentId } = activityQuery.parse(asked);
  const { read } = await getStore();
  const { workspaceId } = scope;
  const agent = agentId ? await getAgent(read, { workspaceId, agentId }) : null;
  return {
    page: await pageOfActivity(scope, asked),
    people: await listAuditActors(read, { workspaceId }),
    ...{ by, about },
    agent: agentId && agent ? { id: agentId, title: agent.title } : null,
  };
}

/** As `listActivity`, for whoever has a scope; neither addresses, nor what was denied, nor what concerns accounts. */
export async function pageOfActivity(
  { workspaceId }: Scope,
  asked: Record<string, unknown>,
): Promise<ActivityPage> {
  const { by, about, agent, before } = activityQuery.parse(asked);
  const { read } = await getStore();
  const { rows, next } = await pageOfAudit(
    read,
    {
      workspaceId,
      events: activityEvents(about ?? null),
      outcome: 'done',
      ...{ actorId: by, subjectId: agent },
    },
    { before: before ?? null, limit: PAGE },
  );
  return { rows: await tellRows(read, { workspaceId, rows }), next: placeInWords(next) };
}
