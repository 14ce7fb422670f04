/** What would a change make of one agent, in full? A POST because of its length; it changes nothing. */

import { bulkDetailInput } from '@/lib/contract';
import { Failure } from '@/lib/server/failure';
import { detailOfBulk } from '@/lib/server/reads/bulk';
import { json, readJson, route } from '@/lib/server/route';

const MAX_BODY = 128 * 1024;

export const POST = route('agent:save', async (request, scope) => {
  const asked = bulkDetailInput.safeParse(await readJson(request, MAX_BODY));
  if (!asked.success)
    throw new Failure('invalid_input', asked.error.issues[0]?.message ?? 'Choose an agent and a change.');
  return json(await detailOfBulk(scope, asked.data, request.signal));
});
