/** How do deleted agents come back? As they were, where they were, with all their versions. */

import 'server-only';

import { restoreAgents as takeFromBin } from '@/db';

import { movingAgents } from './moving-agents';

export const restoreAgents = movingAgents({
  event: 'agent.restored',
  permission: 'agent:restore',
  move: takeFromBin,
  otherwise: 'None of these agents is in the bin any more. Look at the list again.',
});
