/** Which proposals are there? */

import { pageOfReviews } from '@/lib/server/reads/reviews';
import { json, route } from '@/lib/server/route';

export const GET = route<{ workspace: string }>('proposal:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  const state = asked.get('state') ?? undefined;
  return json(await pageOfReviews(scope, { offset: Number(asked.get('offset') ?? 0), state }));
});
