/** What do the browser and the server say of proposals, reviews and what is published? */

import { MAX_APPROVALS, type PublishingPolicy, type Standing } from '@/lib/reviews';
import { workspaceSlug } from './slug';
import { exact, id, line, prose } from './text';
import { role } from './workspaces';
import { z } from './zod';

/** The label that exports and feeds follow once a workspace publishes. */
export const PUBLISHED = 'published';

export { DEFAULT_PUBLISHING, MAX_APPROVALS, type PublishingPolicy } from '@/lib/reviews';

export type ProposalState = 'open' | 'published' | 'withdrawn';
export type ReviewVerdict = 'approved' | 'changes-requested' | 'commented';

/** The most agents of one proposal, and the most people whose review is asked for. */
export const MAX_PROPOSED = 200;
export const MAX_ASKED = 20;

const policy: z.ZodType<PublishingPolicy, PublishingPolicy> = z.object({
  enabled: z.boolean(),
  approver: role,
  approvals: z.number().int().min(1).max(MAX_APPROVALS),
  authorsApprove: z.boolean(),
  wideningNeedsAdmin: z.boolean(),
});

/** `adopt`: publishes all agents as they are now that have nothing published, so that exports go on as before. */
export const setPublishingInput = z.object({ workspace: workspaceSlug, policy, adopt: z.boolean() });
export type SetPublishingInput = z.input<typeof setPublishingInput>;

const proposed = z
  .array(z.object({ agentId: id, versionId: id }))
  .min(1, 'Choose at least one agent.')
  .max(MAX_PROPOSED, `A proposal takes at most ${MAX_PROPOSED} agents.`);

export const createProposalInput = z.object({
  workspace: workspaceSlug,
  title: line(120, 'Say in a line what changes.'),
  reason: prose(4_000),
  agents: proposed,
  reviewers: z.array(id).max(MAX_ASKED, `Ask at most ${MAX_ASKED} people.`),
});
export type CreateProposalInput = z.input<typeof createProposalInput>;

/** Other versions, or fewer or more agents, in the place of those before; what is published now is the new base. */
export const reviseProposalInput = z.object({ workspace: workspaceSlug, proposalId: id, agents: proposed });
export type ReviseProposalInput = z.input<typeof reviseProposalInput>;

export const proposalInput = z.object({ workspace: workspaceSlug, proposalId: id });
export type ProposalInput = z.input<typeof proposalInput>;

/** `readings`: of each agent which change was read; `ticks`: which widenings were ticked off. */
export const reviewProposalInput = z.object({
  workspace: workspaceSlug,
  proposalId: id,
  verdict: z.enum(['approved', 'changes-requested', 'commented']),
  body: prose(4_000),
  readings: z.record(id, exact(200)),
  // One holds all that a hook or a server is set to, which is as long as front matter may be. Kept as JSON.
  ticks: z.array(z.string().max(200_000)).max(5_000),
});
export type ReviewProposalInput = z.input<typeof reviewProposalInput>;

/** How an open proposal stands for whoever reads the list. */
export interface ReviewStanding {
  standing: Standing;
  /** Whether it lets an agent do more. */
  widens: boolean;
}

/** A proposal in the list. */
export interface ReviewListRow {
  proposalId: string;
  title: string;
  state: ProposalState;
  createdBy: { userId: string; name: string };
  updatedAt: number;
  agents: number;
  /** Null for one that was published or withdrawn. */
  open: ReviewStanding | null;
}

export interface ReviewPage {
  proposals: ReviewListRow[];
  /** Offset of the next page; null at the end. */
  next: number | null;
}

/** One thing that an agent may do by the change and could not before, and what ticks it off. */
export interface ReviewWidening {
  tick: string;
  words: string;
  detail: string | null;
}

export interface ReviewAgent {
  agentId: string;
  title: string;
  baseVersionId: string | null;
  versionId: string;
  baseNumber: number | null;
  number: number;
  /** Which change this is, to say what was read. */
  reading: string;
  widenings: ReviewWidening[];
  /** The head, where it is another version than what is proposed. */
  newer: { versionId: string; number: number } | null;
  /** Something else was published since it was proposed. */
  stale: boolean;
  /** Where it is now: what is in the bin or the archive cannot be published. */
  place: 'in-use' | 'archive' | 'bin';
  /** Its newest version is what is published: nothing of it is left to propose. */
  isDone: boolean;
  /** Names of those whose approvals count. */
  approvedBy: string[];
}

/** An agent for which what somebody said does not hold any more. */
export interface ReviewVoid {
  agentId: string;
  /** What it is called; null where it was deleted for good. */
  title: string | null;
  /** The version that was read, and what it was compared with; null where there was none. */
  read: { number: number | null; base: number | null };
  /** The same now; null where it is not proposed any more. */
  now: { number: number; base: number | null } | null;
}

export interface ReviewGiven {
  reviewId: string;
  by: { userId: string; name: string };
  at: number;
  verdict: ReviewVerdict;
  body: string;
  /** Of which agents something else is proposed than what was read. */
  voided: ReviewVoid[];
  /** Whether that is so of all that was read. */
  isVoid: boolean;
}

export interface Review {
  proposalId: string;
  title: string;
  reason: string;
  state: ProposalState;
  createdAt: number;
  createdBy: { userId: string; name: string };
  closedAt: number | null;
  /** Who published or withdrew it; null while it is open. */
  closedBy: { userId: string; name: string } | null;
  agents: ReviewAgent[];
  reviews: ReviewGiven[];
  asked: { userId: string; name: string }[];
  /** What is missing before it can be published, in words; empty when it can. */
  needs: string[];
  /** Why nobody could approve it, whoever reads it, and what helps, in words; empty when enough people could. */
  stuck: string[];
  /** Whether the role of the person who asks lets them approve anything. */
  isApprover: boolean;
  /** Whether an approval of the person who asks would count for any of it. */
  mayApprove: boolean;
  /** Why an approval of the person who asks would not count; null when it would. */
  whyNot: string | null;
  policy: PublishingPolicy;
}

/** A version that can be proposed: the head of an agent that is not what is published. */
export interface Proposable {
  agentId: string;
  title: string;
  versionId: string;
  number: number;
  publishedNumber: number | null;
}
