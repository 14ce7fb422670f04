/** What does one agent say, now, at a version or where a label stands? The file, byte for byte. */

import { readVersionRef } from '@/lib/contract';
import { auditTaken } from '@/lib/server/audit';
import { attachment, PRIVATE_HEADERS } from '@/lib/server/export/headers';
import { notFoundFailure } from '@/lib/server/failure';
import { openFile } from '@/lib/server/reads/exports';
import { route } from '@/lib/server/route';

type Params = { workspace: string; agent: string };

export const GET = route<Params>('agent:export', async (request, scope, { agent }) => {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('version') ?? searchParams.get('label');
  const ref = asked === null ? undefined : readVersionRef(asked);
  // Without a version: what is published where the workspace publishes, unless what was saved last is meant.
  const as = searchParams.get('as') === 'saved' ? 'saved' : undefined;
  const file = ref === null ? null : await openFile(scope, agent, ref, as);
  if (!file) throw notFoundFailure();
  await auditTaken(request, scope, { event: 'agent.exported', subjectId: agent, details: ref ?? {} });
  return new Response(new TextEncoder().encode(file.text), {
    headers: {
      ...PRIVATE_HEADERS,
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': attachment(file.fileName),
    },
  });
});
