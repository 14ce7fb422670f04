/** What does a template say? */

import { notFoundFailure } from '@/lib/server/failure';
import { openTemplate } from '@/lib/server/reads/templates';
import { json, route } from '@/lib/server/route';

type Params = { workspace: string; template: string };

export const GET = route<Params>('template:read', async (_request, scope, { template }) => {
  const content = await openTemplate(scope, template);
  if (!content) throw notFoundFailure();
  return json(content);
});
