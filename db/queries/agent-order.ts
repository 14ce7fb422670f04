/** In which order do agents come? */

import { asc, desc, eq, type SQL, sql } from 'drizzle-orm';

import type { AgentSort } from '@/lib/contract';

import type { Db } from '../database';
import { sharesItsName } from './agent-filter';

/** What comes first; the id decides between equals, so that pages neither overlap nor leave out. */
export function agentOrder(db: Db, sort: AgentSort): SQL[] {
  const { agents } = db.t;
  const key = sort.replace('-', '') as 'name' | 'changed' | 'tokens' | 'status';
  const [forth, back] = sort.startsWith('-') ? [desc, asc] : [asc, desc];
  const orders: Record<typeof key, SQL[]> = {
    name: [forth(agents.sortKey), forth(agents.id)],
    changed: [back(agents.updatedAt), back(agents.id)],
    tokens: [back(sql`${agents.descriptionTokens} + ${agents.bodyTokens}`), forth(agents.id)],
    status: [forth(severity(db)), forth(agents.sortKey), forth(agents.id)],
  };
  return orders[key];
}

/** Broken before hidden before what loads. */
const severity = (db: Db): SQL =>
  sql`case when ${eq(db.t.agents.loads, false)} then 0 when ${sharesItsName(db)} then 1 else 2 end`;
