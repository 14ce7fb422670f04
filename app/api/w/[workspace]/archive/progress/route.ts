/** How far is the export of everything? */

import { archiveProgress } from '@/lib/server/export/archive';
import { json, route } from '@/lib/server/route';

export const GET = route('workspace:export', async (_request, scope) => json(await archiveProgress(scope)));
