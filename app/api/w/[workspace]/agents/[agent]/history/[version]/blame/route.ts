/** Who last touched each line of a version? */

import { notFoundFailure } from '@/lib/server/failure';
import { blameVersion } from '@/lib/server/reads/comparisons';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; agent: string; version: string };

export const GET = route<Params>('agent:read', async (_request, scope, { agent, version }) => {
  const blame = await blameVersion(scope, agent, version);
  if (!blame) throw notFoundFailure();
  return json(blame);
});
