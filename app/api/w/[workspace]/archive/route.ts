/** What is everything that this workspace holds? One zip, for its owners. */

import { whileAllowed } from '@/lib/server/access-watch';
import { openArchive } from '@/lib/server/export/archive';
import { attachment, PRIVATE_HEADERS } from '@/lib/server/export/headers';
import { route } from '@/lib/server/route';
import { currentClient } from '@/lib/server/session';

export const GET = route('workspace:export', async (request, scope) => {
  const { address } = await currentClient();
  const { signal } = request;
  const body =
    request.method === 'HEAD' ? null : whileAllowed(scope, await openArchive(scope, { address, signal }));
  return new Response(body, {
    headers: {
      ...PRIVATE_HEADERS,
      'content-type': 'application/zip',
      'content-disposition': attachment(`${scope.slug}-everything.zip`),
    },
  });
});
