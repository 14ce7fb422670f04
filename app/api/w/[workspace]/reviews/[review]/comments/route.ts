/** What was said in a review? */

import { notFoundFailure } from '@/lib/server/failure';
import { threadsOfReview } from '@/lib/server/reads/reviews';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; review: string };

export const GET = route<Params>('proposal:read', async (_request, scope, { review }) => {
  const list = await threadsOfReview(scope, review);
  if (!list) throw notFoundFailure();
  return json(list);
});
