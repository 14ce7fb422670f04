/** Can the server take requests now? A load balancer asks before it sends any. */

import { whyNotReady } from '@/lib/server/health/readiness';
import { json, publicRoute } from '@/lib/server/route';

export const GET = publicRoute(async () => {
  const reason = await whyNotReady();
  return reason ? json({ status: 'not-ready', reason }, 503) : json({ status: 'ready' });
});
