/** Which merges are there? */

import { pageOfMerges } from '@/lib/server/reads/merges';
import { json, route } from '@/lib/server/route';

export const GET = route('merge:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  return json(await pageOfMerges(scope, { offset: Number(asked.get('offset') ?? 0) }));
});
