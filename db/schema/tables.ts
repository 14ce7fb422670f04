/** Which tables make the schema? Every noun, made by one kit, parents first. */

import type { Kit } from '../kit';
import { accounts } from './accounts';
import { agentTags } from './agent-tags';
import { agents as defineAgents } from './agents';
import { auditEvents } from './audit-events';
import { auditSubjects } from './audit-subjects';
import { bulkChanges } from './bulk-changes';
import { comments, commentThreads as defineCommentThreads } from './comments';
import { distinctPairs } from './distinct-pairs';
import { invitations } from './invitations';
import { labelMoves, labels } from './labels';
import { liveDocuments, liveUpdates } from './live-documents';
import { memberships } from './memberships';
import { merges } from './merges';
import { notifications } from './notifications';
import { passwordResets } from './password-resets';
import { profiles } from './profiles';
import { proposals as defineProposals, proposalAgents, reviewRequests, reviews } from './proposals';
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
  const commentThreads = defineCommentThreads(kit, { users, workspaces, agents });
  const proposals = defineProposals(kit, { users, workspaces });
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
    labels: labels(kit, { users, workspaces, agents }),
    labelMoves: labelMoves(kit, { users, workspaces, agents }),
    liveDocuments: liveDocuments(kit, { workspaces, agents }),
    liveUpdates: liveUpdates(kit, { users, workspaces, agents }),
    commentThreads,
    comments: comments(kit, { users, workspaces, commentThreads }),
    proposals,
    proposalAgents: proposalAgents(kit, { workspaces, agents, proposals }),
    reviews: reviews(kit, { users, workspaces, proposals }),
    reviewRequests: reviewRequests(kit, { users, workspaces, proposals }),
    notifications: notifications(kit, { users, workspaces }),
    accounts: accounts(kit, users),
    passwordResets: passwordResets(kit, users),
    sessions: sessions(kit, users),
    memberships: memberships(kit, { users, workspaces }),
    invitations: invitations(kit, { users, workspaces }),
    auditEvents: auditEvents(kit),
    auditSubjects: auditSubjects(kit),
    settings: settings(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;
