/** How much is there, in all workspaces together? */

import { count } from 'drizzle-orm';

import type { Db } from '../database';

export interface Totals {
  users: number;
  workspaces: number;
  agents: number;
}

/** Counts what is there, the bin included. */
export async function countAll({ q, t }: Db): Promise<Totals> {
  const rows = async (table: typeof t.users | typeof t.workspaces | typeof t.agents) => {
    const [row] = await q.select({ value: count() }).from(table);
    return row?.value ?? 0;
  };
  return { users: await rows(t.users), workspaces: await rows(t.workspaces), agents: await rows(t.agents) };
}
