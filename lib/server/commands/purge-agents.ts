/** How do agents go for good? Out of the bin, with all their versions. */

import 'server-only';

import { purgeAgents as removeForGood } from '@/db';

import { movingAgents } from './moving-agents';

export const purgeAgents = movingAgents({
  event: 'agent.purged',
  permission: 'agent:purge',
  move: removeForGood,
  otherwise: 'None of these agents is in the bin any more. Look at the list again.',
});
