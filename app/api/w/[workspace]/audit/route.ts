/** What happened before a place? The next page of the audit. */

import { pageOfAuditRows } from '@/lib/server/reads/audit';
import { paramsOf } from '@/lib/server/records';
import { json, route } from '@/lib/server/route';

export const GET = route('audit:read', async (request, scope) =>
  json(await pageOfAuditRows(scope, paramsOf(request))),
);
