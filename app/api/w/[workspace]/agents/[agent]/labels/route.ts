/** Where do the labels of an agent stand, and how did they come there? */

import { notFoundFailure } from '@/lib/server/failure';
import { labelsOfAgent } from '@/lib/server/reads/history';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; agent: string };

export const GET = route<Params>('agent:read', async (_request, scope, { agent }) => {
  const labels = await labelsOfAgent(scope, agent);
  if (!labels) throw notFoundFailure();
  return json(labels);
});
