/** Which tables make the schema? Every noun, made by one kit, parents first. */

import type { Kit } from '../kit';
import { accounts } from './accounts';
import { agentTags } from './agent-tags';
import { agents as defineAgents } from './agents';
import { auditEvents } from './audit-events';
import { bulkChanges } from './bulk-changes';
import { distinctPairs } from './distinct-pairs';
import { invitations } from './invitations';
import { memberships } from './memberships';
import { merges } from './merges';
import { profiles } from './profiles';
import { sessions } from './sessions';
import { settings } from './settings';
import { templates } from './templates';
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
    agentTags: agentTags(kit, { workspaces, agents }),
    bulkChanges: bulkChanges(kit, { users, workspaces }),
    templates: templates(kit, { users, workspaces, texts }),
    profiles: profiles(kit, { workspaces, agents }),
    distinctPairs: distinctPairs(kit, { users, workspaces, agents }),
    merges: merges(kit, { users, workspaces }),
    accounts: accounts(kit, users),
    sessions: sessions(kit, users),
    memberships: memberships(kit, { users, workspaces }),
    invitations: invitations(kit, { users, workspaces }),
    auditEvents: auditEvents(kit),
    settings: settings(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;
