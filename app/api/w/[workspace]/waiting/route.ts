/** How much waits for the person who asks? */

import { whatWaits } from '@/lib/server/reads/inbox';
import { json, route } from '@/lib/server/route';

export const GET = route<{ workspace: string }>('inbox:read', async (_request, scope) =>
  json(await whatWaits(scope)),
);
