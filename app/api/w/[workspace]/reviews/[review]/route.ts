/** How does a proposal stand? */

import { notFoundFailure } from '@/lib/server/failure';
import { openReview } from '@/lib/server/reads/reviews';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; review: string };

export const GET = route<Params>('proposal:read', async (_request, scope, { review }) => {
  const found = await openReview(scope, review);
  if (!found) throw notFoundFailure();
  return json(found);
});
