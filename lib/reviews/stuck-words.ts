/** Nobody could approve it: how is that said, and what can be done about it? */

import type { PublishingPolicy } from './policy';
import { approversOf, type Member, type Stuck, stuckPeople, stuckWork, type Work } from './stuck';

/**
 * Returns in sentences what nobody could publish by this policy with these members, and what helps; none when all is
 * well.
 */
export function policyStuckInWords(policy: PublishingPolicy, members: readonly Member[]): string[] {
  if (!policy.enabled) return [];
  const { approvals, admin, isEverybody } = stuckPeople(policy, members);
  const said: string[] = [];
  if (isEverybody) {
    const all = approversOf(policy, members, NOBODY);
    said.push(
      `With these members nothing could be published: a change needs ${asked(policy)}, ${left(all)}.`,
    );
  } else if (approvals[0]) {
    const others = approversOf(policy, members, { proposer: approvals[0].userId, authors: [] });
    said.push(
      `What ${namesOf(approvals)} alone ${writes(approvals)} could not be published: it needs ${asked(policy)}, ${left(others)}.`,
    );
  }
  if (admin.length > 0) {
    said.push(
      `What ${namesOf(admin)} alone ${writes(admin)} and lets an agent do more could not be published: it needs ${ADMIN}, and there is none.`,
    );
  }
  return said.length === 0 ? [] : [...said, wayOut(policy, isEverybody || approvals.length > 0)];
}

/** As `policyStuckInWords`, of changes that are proposed; `title` says which agent each is of. */
export function workStuckInWords(
  policy: PublishingPolicy,
  members: readonly Member[],
  works: readonly (Work & { title: string })[],
): string[] {
  if (!policy.enabled) return [];
  const stuckBy = (kind: Stuck) => works.filter((work) => stuckWork(policy, members, work) === kind);
  const [few, admin] = [stuckBy('approvals'), stuckBy('admin')];
  const nobody = (some: readonly { title: string }[]) =>
    `As things stand nobody can get ${works.length === 1 ? 'this' : listed(some.map(({ title }) => title))} approved`;
  const said: string[] = [];
  if (few[0]) {
    said.push(`${nobody(few)}: it needs ${asked(policy)}, ${left(approversOf(policy, members, few[0]))}.`);
  }
  if (admin.length > 0) {
    said.push(`${nobody(admin)}: it lets the agent do more and needs ${ADMIN}, and there is none.`);
  }
  return said.length === 0 ? [] : [...said, wayOut(policy, few.length > 0)];
}

/** Whoever neither wrote nor proposed anything. */
const NOBODY = { proposer: '', authors: [] };

const ADMIN = 'the approval of an owner or admin who neither wrote nor proposed it';

const APPROVERS: Record<PublishingPolicy['approver'], [one: string, many: string]> = {
  owner: ['an owner', 'owners'],
  admin: ['an owner or admin', 'owners or admins'],
  editor: ['an owner, admin or editor', 'owners, admins or editors'],
  viewer: ['a member', 'members'],
};

function asked({ approvals, approver, authorsApprove }: PublishingPolicy): string {
  const [one, many] = APPROVERS[approver];
  const who = approvals === 1 ? `the approval of ${one}` : `the approvals of ${approvals} ${many}`;
  return authorsApprove ? who : `${who} who neither wrote nor proposed it`;
}

function left(able: readonly Member[]): string {
  if (able.length === 0) return 'and there is none';
  return able.length === 1 ? `and only ${namesOf(able)} may` : `and there are only ${able.length} who may`;
}

function wayOut({ approvals, authorsApprove }: PublishingPolicy, isAboutCount: boolean): string {
  const ways = isAboutCount
    ? [
        'Invite somebody',
        'give a member a higher role',
        ...(approvals > 1 ? ['ask for fewer approvals'] : []),
      ]
    : ['Make somebody else an admin', 'do not ask for one'];
  const all = authorsApprove ? ways : [...ways, 'let authors approve their own work'];
  return `${all.slice(0, -1).join(', ')}, or ${all.at(-1)}.`;
}

const writes = (members: readonly Member[]): string => (members.length === 1 ? 'writes' : 'write');
const namesOf = (members: readonly Member[]): string => listed(members.map(({ name }) => name));

/** So many names are said. */
const MOST = 3;

function listed(names: readonly string[]): string {
  const rest = names.length - MOST;
  if (rest > 0) return `${names.slice(0, MOST).join(', ')} and ${rest === 1 ? 'another' : `${rest} others`}`;
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
