/** What would a change make of these agents? A POST because ten thousand ids are too long for an address; it changes nothing. */

import { type BulkPreviewLine, bulkPreviewInput } from '@/lib/contract';
import { watchAccess } from '@/lib/server/access-watch';
import { Failure } from '@/lib/server/failure';
import { ndjson } from '@/lib/server/ndjson';
import { headsToChange, streamBulkPreview } from '@/lib/server/reads/bulk';
import { readJson, route } from '@/lib/server/route';

/** Ten thousand ids. */
const MAX_BODY = 1024 * 1024;

export const POST = route('agent:save', async (request, scope) => {
  const asked = bulkPreviewInput.safeParse(await readJson(request, MAX_BODY));
  if (!asked.success)
    throw new Failure('invalid_input', asked.error.issues[0]?.message ?? 'Choose agents and a change.');
  const { choice, change } = asked.data;
  const heads = await headsToChange(scope, { choice, change });
  return ndjson<BulkPreviewLine>(
    request,
    watchAccess(scope),
    (work) => streamBulkPreview(scope, { heads, change }, work),
    (message) => ({ kind: 'error', message }),
  );
});
