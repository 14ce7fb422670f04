/** Who has to have read what before it is published? */

import type { Role } from '@/lib/policy';

export interface PublishingPolicy {
  /** Whether exports give what is published instead of what was saved last. */
  enabled: boolean;
  /** The lowest role that may approve. */
  approver: Role;
  /** How many have to approve. */
  approvals: number;
  /** Whether somebody whose work is in it counts among those who approve. */
  authorsApprove: boolean;
  /** Whether what widens an agent's authority needs the approval of an admin or owner. */
  wideningNeedsAdmin: boolean;
}

export const DEFAULT_PUBLISHING: PublishingPolicy = {
  enabled: false,
  approver: 'editor',
  approvals: 1,
  authorsApprove: false,
  wideningNeedsAdmin: true,
};

/** The most approvals that a policy may ask for. */
export const MAX_APPROVALS = 5;
