/** The schema of PostgreSQL, as drizzle-kit and the store read it. */

import { postgresKit } from '../kit';
import { defineTables } from './tables';

export const {
  users,
  workspaces,
  texts,
  agents,
  versions,
  agentTags,
  bulkChanges,
  templates,
  profiles,
  distinctPairs,
  merges,
  labels,
  labelMoves,
  liveDocuments,
  liveUpdates,
  commentThreads,
  comments,
  proposals,
  proposalAgents,
  reviews,
  reviewRequests,
  notifications,
  accounts,
  passwordResets,
  sessions,
  memberships,
  invitations,
  auditEvents,
  auditSubjects,
  settings,
} = defineTables(postgresKit);
