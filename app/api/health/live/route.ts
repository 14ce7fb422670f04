/** Does the process answer? A supervisor restarts it when it does not; it says nothing of the database. */

import { json, publicRoute } from '@/lib/server/route';

export const GET = publicRoute(async () => json({ status: 'alive' }));
