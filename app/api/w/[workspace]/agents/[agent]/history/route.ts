/** How did an agent come to say what it says? Its versions, the newest first, or those that a search finds. */

import { notFoundFailure } from '@/lib/server/failure';
import { pageOfHistory } from '@/lib/server/reads/history';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; agent: string };

export const GET = route<Params>('agent:read', async (request, scope, { agent }) => {
  const { searchParams: asked } = new URL(request.url);
  const [before, query] = [asked.get('before'), asked.get('q')];
  const page = await pageOfHistory(scope, agent, {
    ...(before !== null && { before: Number(before) }),
    ...(query !== null && { query }),
  });
  if (!page) throw notFoundFailure();
  return json(page);
});
