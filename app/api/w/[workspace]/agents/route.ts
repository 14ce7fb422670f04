/** Which agents match? The list as the browser asks for it again. */

import { pageOfAgents } from '@/lib/server/reads/agents';
import { json, route } from '@/lib/server/route';

export const GET = route('agent:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  return json(
    await pageOfAgents(scope, {
      query: asked.get('q') ?? '',
      offset: Number(asked.get('offset') ?? 0),
      limit: Number(asked.get('limit') ?? Number.NaN),
      sort: asked.get('sort') === 'updated' ? 'updated' : 'title',
      deleted: asked.get('deleted') === '1',
    }),
  );
});
