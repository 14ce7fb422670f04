/** How do rows of the audit become sentences? With the names of what they are about, as the workspace has them now. */

import 'server-only';

import { type AuditEvent, type AuditPlace, type Db, listAuditNames } from '@/db';
import type { ActivityRow } from '@/lib/contract';
import { idsToName, type Named, tellEvent } from '@/lib/records';
import { showHidden } from '@/lib/text';

/** Returns the rows in words; in both lists the same row has the same place. */
export async function tellRows(
  read: Db,
  { workspaceId, rows }: { workspaceId: string; rows: readonly AuditEvent[] },
): Promise<ActivityRow[]> {
  const ids = rows.flatMap((row) => [...idsToName(row), ...(row.actorId ? [row.actorId] : [])]);
  const names = await listAuditNames(read, { workspaceId, ids });
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: actorOf(row, names),
    said: tellEvent(row, names),
  }));
}

function actorOf({ actorId }: AuditEvent, names: ReadonlyMap<string, Named>): ActivityRow['actor'] {
  if (actorId === null) return null;
  return { userId: actorId, name: showHidden(names.get(actorId)?.text ?? 'Somebody who is gone') };
}

/** Returns a place as addresses say it. */
export const placeInWords = (place: AuditPlace | null): string | null => place && `${place.at}-${place.id}`;

/** Returns the parameters of an address, each once. */
export function paramsOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
