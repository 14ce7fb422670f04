/** How do agents come back from the archive? Those whose place a merge has taken come back by undoing it. */

import 'server-only';

import { unshelveAgents } from '@/db';

import { movingAgents } from './moving-agents';

export const unarchiveAgents = movingAgents({
  event: 'agent.unarchived',
  permission: 'agent:archive',
  move: unshelveAgents,
  otherwise:
    'None of these agents can leave the archive by itself. If a merge took its place, undo the merge.',
});
