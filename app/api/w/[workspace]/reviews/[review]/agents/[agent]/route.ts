/** What does the change of one agent of a proposal mean? */

import { notFoundFailure } from '@/lib/server/failure';
import { changeInReview } from '@/lib/server/reads/reviews';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; review: string; agent: string };

export const GET = route<Params>('proposal:read', async (_request, scope, { review, agent }) => {
  const comparison = await changeInReview(scope, review, agent);
  if (!comparison) throw notFoundFailure();
  return json(comparison);
});
