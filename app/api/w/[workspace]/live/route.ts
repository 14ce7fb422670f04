/** What happens in the agents that are open, as it happens. */

import { listen } from '@/lib/server/live/requests';
import { route } from '@/lib/server/route';

export const GET = route('agent:read', listen);
