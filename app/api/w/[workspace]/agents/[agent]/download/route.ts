/** What does one agent say? The file, byte for byte. */

import { attachment, PRIVATE_HEADERS } from '@/lib/server/export/headers';
import { notFoundFailure } from '@/lib/server/failure';
import { openFile } from '@/lib/server/reads/exports';
import { route } from '@/lib/server/route';

type Params = { workspace: string; agent: string };

export const GET = route<Params>('agent:export', async (_request, scope, { agent }) => {
  const file = await openFile(scope, agent);
  if (!file) throw notFoundFailure();
  return new Response(new TextEncoder().encode(file.text), {
    headers: {
      ...PRIVATE_HEADERS,
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': attachment(file.fileName),
    },
  });
});
