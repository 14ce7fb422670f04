/** What becomes of a dropped file? One file a request, its bytes as the body. */

import { revalidatePath } from 'next/cache';

import { type ImportOutcome, MAX_FILE_BYTES } from '@/lib/contract';
import { action } from '@/lib/server/action';
import { importAgent } from '@/lib/server/commands/import-agent';
import { errorResponse, json, readBody, route } from '@/lib/server/route';

const importFile = action(importAgent);

export const POST = route('agent:create', async (request, scope) => {
  const { searchParams } = new URL(request.url);
  const fileName = searchParams.get('name') ?? '';
  const bytes = await readBody(request, MAX_FILE_BYTES);
  if (!bytes) return json(tooLarge(fileName), 413);
  const path = searchParams.get('path');
  const result = await importFile({ workspace: scope.slug, fileName, path, bytes });
  if (!result.ok) return errorResponse(result.error);
  if (result.data.outcome === 'imported') revalidatePath(`/w/${scope.slug}`, 'layout');
  return json(result.data);
});

function tooLarge(fileName: string): ImportOutcome {
  const message = 'The file is larger than 1 MiB.';
  return { fileName, outcome: 'refused', agentId: null, name: null, loads: false, message };
}
