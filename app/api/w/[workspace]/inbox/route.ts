/** What has the person who asks not read yet? */

import { pageOfInbox } from '@/lib/server/reads/inbox';
import { json, route } from '@/lib/server/route';

export const GET = route<{ workspace: string }>('inbox:read', async (request, scope) => {
  const { searchParams: asked } = new URL(request.url);
  const query = { offset: Number(asked.get('offset') ?? 0), kind: asked.get('kind') };
  return json(await pageOfInbox(scope, { ...query, unread: asked.get('unread') === '1' }));
});
