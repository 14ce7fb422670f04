/** What was done before a place? The next page of the activity. */

import { pageOfActivity } from '@/lib/server/reads/activity';
import { paramsOf } from '@/lib/server/records';
import { json, route } from '@/lib/server/route';

export const GET = route('activity:read', async (request, scope) =>
  json(await pageOfActivity(scope, paramsOf(request))),
);
