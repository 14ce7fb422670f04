/** What does Muster know of the person who asks? One zip of JSON. */

import { attachment, PRIVATE_HEADERS } from '@/lib/server/export/headers';
import { openMyData } from '@/lib/server/export/my-data';
import { personRoute } from '@/lib/server/route';
import { currentClient } from '@/lib/server/session';

export const GET = personRoute(async (request, session) => {
  const { address } = await currentClient();
  const body = request.method === 'HEAD' ? null : await openMyData(session, address);
  return new Response(body, {
    headers: {
      ...PRIVATE_HEADERS,
      'content-type': 'application/zip',
      'content-disposition': attachment('my-data.zip'),
    },
  });
});
