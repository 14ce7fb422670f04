/** What do these agents, or all, look like as one zip? */

import { exportInput, labelName } from '@/lib/contract';
import type { Scope } from '@/lib/server/access';
import { whileAllowed } from '@/lib/server/access-watch';
import { type AuditDetails, auditTaken } from '@/lib/server/audit';
import { attachment, PRIVATE_HEADERS } from '@/lib/server/export/headers';
import { Failure } from '@/lib/server/failure';
import { type ExportChoice, exportOutlook, openZip } from '@/lib/server/reads/exports';
import { readBody, route } from '@/lib/server/route';

/** Ten thousand ids as form fields. */
const MAX_BODY = 1024 * 1024;

export const GET = route('agent:export', async (request, scope) => {
  const { searchParams } = new URL(request.url);
  return exportZip(request, scope, choiceOf(searchParams));
});

export const POST = route('agent:export', async (request, scope) => {
  const body = await readBody(request, MAX_BODY);
  if (!body) throw new Failure('too_large', 'Select fewer agents, or export the whole workspace.');
  const text = new TextDecoder().decode(body);
  const isJson = request.headers.get('content-type')?.includes('json') ?? false;
  return exportZip(request, scope, isJson ? choiceOfJson(text) : choiceOf(new URLSearchParams(text)));
});

/** `ids=a&ids=b` or `ids=a,b`, without any all agents are meant; `label=published` takes those that carry it, `as=saved` all as they were saved last. */
function choiceOf(fields: URLSearchParams): ExportChoice {
  const label = fields.get('label');
  const ids = fields.getAll('ids').flatMap((list) => list.split(','));
  return {
    ...(fields.has('ids') && { ids: ids.filter(Boolean) }),
    ...(label !== null && { label: requireLabel(label) }),
    ...(fields.get('as') === 'saved' && { as: 'saved' as const }),
  };
}

function requireLabel(text: string): string {
  const { success, data } = labelName.safeParse(text);
  if (success) return data;
  throw new Failure('invalid_input', 'This address asks for a label that no version can carry.');
}

function choiceOfJson(text: string): ExportChoice {
  let asked: unknown;
  try {
    asked = text === '' ? {} : JSON.parse(text);
  } catch {
    // Said below, as for any other body that is not understood.
  }
  const { success, data } = exportInput.safeParse(asked);
  if (success) return data;
  throw new Failure('invalid_input', 'Send {"ids": ["…"]}, or nothing for the whole workspace.');
}

/** Nothing to export at all, or only nothing that is published. */
async function emptyFailure(scope: Scope, choice: ExportChoice): Promise<Failure> {
  const { published, meant } = await exportOutlook(scope, choice);
  const isUnpublished = published === 0 && meant > 0 && choice.label === undefined;
  return new Failure(
    'not_found',
    isUnpublished
      ? `None of these agents is published yet, so the zip would be empty. What was saved last is at /api/w/${scope.slug}/export?as=saved`
      : 'There is no agent to export.',
  );
}

async function exportZip(request: Request, scope: Scope, choice: ExportChoice): Promise<Response> {
  const { ids, label } = choice;
  const zip = await openZip(scope, choice);
  if (!zip) throw await emptyFailure(scope, choice);
  const { agentIds } = zip;
  const which: AuditDetails = ids ? { agents: agentIds } : { all: true, count: agentIds.length };
  const details = label === undefined ? which : { ...which, label };
  const [only] = ids && agentIds.length === 1 ? agentIds : [];
  await auditTaken(request, scope, { event: 'agent.exported', details, ...(only && { subjectId: only }) });
  return new Response(request.method === 'HEAD' ? null : whileAllowed(scope, zip.stream), {
    headers: {
      ...PRIVATE_HEADERS,
      'content-type': 'application/zip',
      'content-disposition': attachment(zip.fileName),
    },
  });
}
