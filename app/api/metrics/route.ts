/** How much is done, and how fast? For Prometheus, which sends the token; without one in the environment, there is nothing here. */

import { PRIVATE_HEADERS } from '@/lib/server/export/headers';
import { json, publicRoute } from '@/lib/server/route';
import { metricsText } from '@/lib/server/telemetry/metrics';
import { hasMetricsToken } from '@/lib/server/telemetry/metrics-token';

export const GET = publicRoute(async (request) => {
  const metrics = await metricsText();
  if (!metrics) return json({ error: { code: 'not_found', message: 'There is nothing here.' } }, 404);
  if (!hasMetricsToken(request.headers.get('authorization'))) {
    const message = 'Send the token of MUSTER_METRICS_TOKEN: Authorization: Bearer …';
    const response = json({ error: { code: 'unauthenticated', message } }, 401);
    response.headers.set('www-authenticate', 'Bearer');
    return response;
  }
  return new Response(metrics.text, { headers: { ...PRIVATE_HEADERS, 'content-type': metrics.contentType } });
});
