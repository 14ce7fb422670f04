/** Which values does one field of the filter offer, and how many agents have each? */

import { readView } from '@/lib/client/agent-filter';
import { facetOfAgents } from '@/lib/server/reads/agents';
import { json, requireFilter, route } from '@/lib/server/route';

export const GET = route('agent:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  const filter = requireFilter(readView(asked).filter);
  return json(await facetOfAgents(scope, { filter, field: asked.get('of') }));
});
