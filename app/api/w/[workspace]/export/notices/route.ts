/** What is to be known before these agents, or all, are exported? */

import { exportInput } from '@/lib/contract';
import { Failure } from '@/lib/server/failure';
import { exportOutlook } from '@/lib/server/reads/exports';
import { json, readBody, route } from '@/lib/server/route';

/** Ten thousand ids: too many for an address, therefore a POST that changes nothing. */
const MAX_BODY = 1024 * 1024;

export const POST = route('agent:export', async (request, scope) => {
  const body = await readBody(request, MAX_BODY);
  const asked = body && exportInput.safeParse(parsed(body));
  if (!asked?.success)
    throw new Failure('invalid_input', 'Send {"ids": ["…"]}, or {} for the whole workspace.');
  return json(await exportOutlook(scope, asked.data));
});

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
