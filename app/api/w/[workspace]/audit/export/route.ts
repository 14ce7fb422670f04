/** What does the audit say, filtered, as a file? `?format=csv` or `jsonl`. */

import { auditFilter } from '@/lib/contract';
import { whileAllowed } from '@/lib/server/access-watch';
import { auditTaken } from '@/lib/server/audit';
import { AUDIT_FORMATS, auditFile } from '@/lib/server/export/audit-file';
import { attachment, PRIVATE_HEADERS } from '@/lib/server/export/headers';
import { textStream } from '@/lib/server/export/text-stream';
import { Failure } from '@/lib/server/failure';
import { requirePoint } from '@/lib/server/limits';
import { streamAudit } from '@/lib/server/reads/audit';
import { paramsOf } from '@/lib/server/records';
import { route } from '@/lib/server/route';

export const GET = route('audit:read', async (request, scope) => {
  const { format = 'jsonl', before: _before, ...asked } = paramsOf(request);
  const file = AUDIT_FORMATS[format];
  if (!file) throw new Failure('invalid_input', 'Say ?format=csv or ?format=jsonl.');
  await requirePoint('audit-export', scope.user.id);
  const rows = streamAudit(scope, asked);
  const filter = Object.entries(auditFilter.parse(asked)).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${value}`] : [],
  );
  await auditTaken(request, scope, { event: 'audit.exported', details: { format, filter } });
  return new Response(
    request.method === 'HEAD' ? null : whileAllowed(scope, textStream(auditFile(file, rows))),
    {
      headers: {
        ...PRIVATE_HEADERS,
        'content-type': file.type,
        'content-disposition': attachment(`${scope.slug}-audit.${file.extension}`),
      },
    },
  );
});
