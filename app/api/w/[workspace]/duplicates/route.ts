/** Which agents are alike? Streamed line by line, as soon as it is known; whoever leaves stops the search. */

import type { DuplicatesLine } from '@/lib/contract';
import { watchAccess } from '@/lib/server/access-watch';
import { requirePoint } from '@/lib/server/limits';
import { ndjson } from '@/lib/server/ndjson';
import { streamDuplicates } from '@/lib/server/reads/duplicates';
import { route } from '@/lib/server/route';

export const GET = route('duplicates:read', async (request, scope) => {
  await requirePoint('compare', scope.user.id);
  return ndjson<DuplicatesLine>(
    request,
    watchAccess(scope),
    (work) => streamDuplicates(scope, work),
    (message) => ({ kind: 'error', message }),
  );
});
