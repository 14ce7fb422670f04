/** Which changes of many were done? */

import { pageOfBulkChanges } from '@/lib/server/reads/bulk';
import { json, route } from '@/lib/server/route';

export const GET = route('agent:read', async (request, scope) => {
  const offset = Number(new URL(request.url).searchParams.get('offset') ?? 0);
  return json(await pageOfBulkChanges(scope, { offset }));
});
