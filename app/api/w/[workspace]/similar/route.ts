/** Which agents are like a text that is being written? A POST because the text is too long for an address; it changes nothing. */

import { MAX_FILE_BYTES, similarInput } from '@/lib/contract';
import { Failure } from '@/lib/server/failure';
import { similarAgents } from '@/lib/server/reads/duplicates';
import { json, readJson, route } from '@/lib/server/route';

/** A file whose every character is escaped. */
const MAX_BODY = 6 * MAX_FILE_BYTES;

export const POST = route('duplicates:read', async (request, scope) => {
  const asked = similarInput.safeParse(await readJson(request, MAX_BODY));
  if (!asked.success) throw new Failure('invalid_input', 'Send {"text": "…"}, of at most 1 MiB.');
  return json(await similarAgents(scope, asked.data, request.signal));
});
