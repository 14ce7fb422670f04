/** Who has this agent open, and what has been written in it? */

import { askRoom } from '@/lib/server/live/requests';
import { route } from '@/lib/server/route';

export const POST = route<{ workspace: string; agent: string }>('agent:read', (request, scope, { agent }) =>
  askRoom(request, scope, agent),
);
