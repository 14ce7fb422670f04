/** Which tables make the schema? Every noun, made by one kit, parents first. */

import type { Kit } from '../kit';
import { agents as defineAgents } from './agents';
import { auditEvents } from './audit-events';
import { distinctPairs } from './distinct-pairs';
import { invitations } from './invitations';
import { memberships } from './memberships';
import { merges } from './merges';
import { profiles } from './profiles';
import { sessions } from './sessions';
import { settings } from './settings';
import { texts as defineTexts } from './texts';
import { users as defineUsers } from './users';
import { versions } from './versions';
import { workspaces as defineWorkspaces } from './workspaces';

/** Returns all tables in the columns of `kit`. */
export function defineTables(kit: Kit) {
  const users = defineUsers(kit);
  const workspaces = defineWorkspaces(kit);
  const texts = defineTexts(kit, workspaces);
  const agents = defineAgents(kit, { users, workspaces });
  return {
    users,
    workspaces,
    texts,
    agents,
    versions: versions(kit, { users, workspaces, agents, texts }),
    profiles: profiles(kit, { workspaces, agents }),
    distinctPairs: distinctPairs(kit, { users, workspaces, agents }),
    merges: merges(kit, { users, workspaces }),
    sessions: sessions(kit, users),
    memberships: memberships(kit, { users, workspaces }),
    invitations: invitations(kit, { users, workspaces }),
    auditEvents: auditEvents(kit),
    settings: settings(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;
