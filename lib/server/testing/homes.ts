/** Who could see or touch what is not theirs? Two workspaces set up alike, and everybody who could come to one of them. */

import {
  addDistinctPairs,
  createAgent,
  createBulkChange,
  createInvitation,
  createMerge,
  createProposal,
  createTemplate,
  createThread,
  removeMember,
  type Store,
} from '@/db';
import { can, type Permission, ROLES, type Role } from '@/lib/policy';

import { agentFacts } from '../agent-facts';
import { agentText, makeMember, makePerson, makeWorkspace, type Person } from './world';

export type Who = 'anonymous' | 'outsider' | 'removed' | Role;
export const WHO: readonly Who[] = ['anonymous', 'outsider', 'removed', ...[...ROLES].reverse()];

export interface Home {
  id: string;
  slug: string;
  agentId: string;
  versionId: string;
  /** Another agent, almost like the first, and a draft that merges the two. */
  twinId: string;
  mergeId: string;
  /** A change of many that has the agent. */
  bulkId: string;
  templateId: string;
  /** A comment on the agent, by the owner. */
  threadId: string;
  commentId: string;
  /** A proposal to publish the agent. */
  proposalId: string;
  secret: string;
  invitationId: string;
  /** An invitation that went to somebody by e-mail. */
  mailedId: string;
  mailedTo: string;
  people: Record<Who, Person | null>;
}

/** Makes a workspace with an agent, a twin of it, a draft and two invitations; `outsider` belongs elsewhere. */
export async function furnishHome(store: Store, outsider: Person | null): Promise<Home> {
  const owner = await makePerson(store, 'owner');
  const { id, slug } = await makeWorkspace(store, owner);
  const member = (role: Role) => makeMember(store, id, role);
  const people: Home['people'] = {
    anonymous: null,
    outsider,
    removed: await member('admin'),
    owner,
    admin: await member('admin'),
    editor: await member('editor'),
    viewer: await member('viewer'),
  };
  const secret = `secret-of-${slug}`;
  const text = agentText(`agent-of-${slug}`, `${secret}\n`);
  const now = Date.now();
  return store.write(async (tx) => {
    const base = { workspaceId: id, userId: owner.userId, now };
    await removeMember(tx, { workspaceId: id, userId: people.removed?.userId ?? '', now });
    const agent = await createAgent(tx, { ...base, text, facts: agentFacts(text, null) });
    const twinText = text.replace('Helps', 'Also helps');
    const twin = await createAgent(tx, { ...base, text: twinText, facts: agentFacts(twinText, null) });
    const sources = [agent, twin].map(({ agentId, versionId }) => ({ agentId, versionId }));
    const { mergeId } = await createMerge(tx, { ...base, title: secret, sources });
    const templateId = await createTemplate(tx, { ...base, title: secret, purpose: secret, text });
    const items = [{ agentId: agent.agentId, before: agent.versionId, after: agent.versionId }];
    const bulk = { ...base, kind: 'replace' as const, summary: secret, items };
    const { bulkId } = await createBulkChange(tx, bulk);
    await addDistinctPairs(tx, { ...base, pairs: [[agent.agentId, twin.agentId]] });
    const thread = { ...base, agentId: agent.agentId, proposalId: null, place: { kind: 'agent' as const } };
    const talk = await createThread(tx, { ...thread, body: secret, mentions: [] });
    const agents = [{ agentId: agent.agentId, baseVersionId: null, versionId: agent.versionId }];
    const proposalId = await createProposal(tx, { ...base, title: secret, reason: secret, agents });
    const invite = (tokenHash: string, email?: string) =>
      createInvitation(tx, {
        ...{ workspaceId: id, tokenHash, role: 'viewer' as const, createdBy: owner.userId },
        ...{ expiresAt: now + 600_000, maxUses: 1, now, ...(email && { email }) },
      });
    const invitation = await invite(`hash-of-${slug}`);
    const mailedTo = `invited-to-${slug}@example.org`;
    const mailed = await invite(`mailed-hash-of-${slug}`, mailedTo);
    const { agentId, versionId } = agent;
    const ids = {
      agentId,
      versionId,
      twinId: twin.agentId,
      mergeId,
      bulkId,
      templateId,
      ...talk,
      proposalId,
      invitationId: invitation.id,
      mailedId: mailed.id,
      mailedTo,
    };
    return { id, slug, ...ids, secret, people };
  });
}

/** Returns every row that belongs to the workspace, but for the audit, which tells of refusals too. */
export async function stateOf({ read }: Store, { id }: Home): Promise<Record<string, unknown[]>> {
  const state: Record<string, unknown[]> = {};
  for (const [name, table] of Object.entries(read.t)) {
    if (!('workspaceId' in table) || name.startsWith('audit')) continue;
    const rows: Record<string, unknown>[] = await read.q.select().from(table as typeof read.t.agents);
    state[name] = rows.filter(({ workspaceId }) => workspaceId === id);
  }
  return state;
}

/** Whether this person may: strangers, outsiders and removed members may nothing. */
export function mayAsk(who: Who, permission: Permission): boolean {
  return (ROLES as readonly string[]).includes(who) && can(who as Role, permission);
}

/** The code with which this person is refused; null for whoever may. */
export function refusalOf(who: Who, permission: Permission): string | null {
  if (who === 'anonymous') return 'unauthenticated';
  if (who === 'outsider' || who === 'removed') return 'not_found';
  return can(who, permission) ? null : 'forbidden';
}

/** Returns what of the workspace is found in an answer: its texts, names, ids and the addresses of its people. */
export function leaksIn(answer: string, { people, secret, slug, ...ids }: Home): string[] {
  const members = ROLES.map((role) => people[role]?.email ?? secret);
  const { id, agentId, versionId, twinId, mergeId, bulkId, templateId, invitationId } = ids;
  const { threadId, commentId, proposalId, mailedId, mailedTo } = ids;
  const traces = [
    secret,
    `agent-of-${slug}`,
    id,
    agentId,
    versionId,
    twinId,
    mergeId,
    bulkId,
    templateId,
    threadId,
    commentId,
    proposalId,
    invitationId,
    mailedId,
    mailedTo,
    ...members,
  ];
  return traces.filter((trace) => answer.includes(trace));
}
