/** How are agents put aside that nobody uses, and nobody wants to lose? Into the archive. */

import 'server-only';

import { shelveAgents } from '@/db';

import { movingAgents } from './moving-agents';

export const archiveAgents = movingAgents({
  event: 'agent.archived',
  permission: 'agent:archive',
  move: shelveAgents,
  otherwise: 'None of these agents is in use any more. Look at the list again.',
});
