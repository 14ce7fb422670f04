/** What are all agents of the workspace called? For the palette, which looks among them by itself. */

import { titlesOfAgents } from '@/lib/server/reads/agent-titles';
import { json, route } from '@/lib/server/route';

export const GET = route('agent:read', async (_request, scope) => json(await titlesOfAgents(scope)));
