/** Which agents match, by their ids? All of them, for who selects them all. */

import { readView } from '@/lib/client/agent-filter';
import { idsOfAgents } from '@/lib/server/reads/agents';
import { json, requireFilter, route } from '@/lib/server/route';

export const GET = route('agent:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  const { filter, sort } = readView(asked);
  return json(await idsOfAgents(scope, { filter: requireFilter(filter), sort }));
});
