/** Which agents match? The list as the browser asks for it again. */

import { readView } from '@/lib/client/agent-filter';
import { pageOfAgents } from '@/lib/server/reads/agents';
import { json, requireFilter, route } from '@/lib/server/route';

export const GET = route('agent:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  const { filter, sort } = readView(asked);
  return json(
    await pageOfAgents(scope, {
      filter: requireFilter(filter),
      sort,
      offset: Number(asked.get('offset') ?? 0),
      limit: Number(asked.get('limit') ?? Number.NaN),
    }),
  );
});
