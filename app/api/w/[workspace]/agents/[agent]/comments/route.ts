/** What was said about an agent? */

import { notFoundFailure } from '@/lib/server/failure';
import { threadsOfAgent } from '@/lib/server/reads/comments';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; agent: string };

export const GET = route<Params>('comment:read', async (_request, scope, { agent }) => {
  const list = await threadsOfAgent(scope, agent);
  if (!list) throw notFoundFailure();
  return json(list);
});
