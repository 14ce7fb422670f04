/** The schema of SQLite, as drizzle-kit and the store read it. */

import { sqliteKit } from '../kit';
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
} = defineTables(sqliteKit);
