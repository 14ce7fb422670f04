/** How does a merge stand? Its board, as the browser asks for it again. */

import { notFoundFailure } from '@/lib/server/failure';
import { openMerge } from '@/lib/server/reads/merges';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; merge: string };

export const GET = route<Params>('merge:read', async (request, scope, { merge }) => {
  const board = await openMerge(scope, merge, request.signal);
  if (!board) throw notFoundFailure();
  return json(board);
});
