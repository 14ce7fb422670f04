/** What somebody writes in this agent. */

import { takeUpdate } from '@/lib/server/live/requests';
import { route } from '@/lib/server/route';

export const POST = route<{ workspace: string; agent: string }>('agent:save', (request, scope, { agent }) =>
  takeUpdate(request, scope, agent),
);
