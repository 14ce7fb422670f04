/** What are these files, and what becomes of them? A form with files in, a line for each out. */

import { type ImportLine, sameName } from '@/lib/contract';
import { watchAccess } from '@/lib/server/access-watch';
import { action } from '@/lib/server/action';
import { importAgents } from '@/lib/server/commands/import-agents';
import { Failure } from '@/lib/server/failure';
import { openUpload } from '@/lib/server/import/parts';
import { previewImport, writeImport } from '@/lib/server/import/run';
import { ndjson } from '@/lib/server/ndjson';
import { route } from '@/lib/server/route';

const importBatch = action(importAgents);

/** `?mode=preview` writes nothing; `?mode=write&sameName=keep|replace|skip` does. */
export const POST = route('agent:create', async (request, scope) => {
  const { searchParams } = new URL(request.url);
  const mode = searchParams.get('mode');
  const namesakes = sameName.safeParse(searchParams.get('sameName') ?? 'keep');
  if ((mode !== 'preview' && mode !== 'write') || !namesakes.success) {
    throw new Failure(
      'invalid_input',
      'Say ?mode=preview or ?mode=write, and sameName=keep, replace or skip.',
    );
  }
  const upload = openUpload(request);
  return ndjson<ImportLine>(
    request,
    watchAccess(scope),
    (work) => {
      const input = { ...work, upload, scope, sameName: namesakes.data };
      return mode === 'preview' ? previewImport(input) : writeImport(input, importBatch);
    },
    (message) => ({ kind: 'failed', message }),
  );
});
