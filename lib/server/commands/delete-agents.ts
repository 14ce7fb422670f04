/** How do agents go? Into the bin, from where they can be brought back. */

import 'server-only';

import { deleteAgents as moveToBin } from '@/db';

import { movingAgents } from './moving-agents';

export const deleteAgents = movingAgents({
  event: 'agent.deleted',
  permission: 'agent:delete',
  move: moveToBin,
  otherwise: 'None of these agents is there any more. Look at the list again.',
});
