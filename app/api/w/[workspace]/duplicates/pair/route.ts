/** Why are two agents held to be alike, and what sets them apart? */

import { notFoundFailure } from '@/lib/server/failure';
import { pairEvidence } from '@/lib/server/reads/duplicates';
import { json, route } from '@/lib/server/route';

export const GET = route('duplicates:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  const pair = [asked.get('a') ?? '', asked.get('b') ?? ''] as const;
  const answer = await pairEvidence(scope, pair, request.signal);
  if (!answer) throw notFoundFailure();
  return json(answer);
});
