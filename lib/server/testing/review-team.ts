/** Who reviews in the tests of reviews? A team with an admin and a viewer whose workspace publishes, and what they do there. */

import { listLabelled, listVersions } from '@/db';
import {
  DEFAULT_PUBLISHING,
  PUBLISHED,
  type PublishingPolicy,
  type ReviewProposalInput,
} from '@/lib/contract';

import { findAccess } from '../access';
import { action } from '../action';
import { createAgent } from '../commands/create-agent';
import { createProposal } from '../commands/create-proposal';
import { publishProposal } from '../commands/publish-proposal';
import { reviewProposal } from '../commands/review-proposal';
import { reviseProposal } from '../commands/revise-proposal';
import { saveAgent } from '../commands/save-agent';
import { setPublishing } from '../commands/set-publishing';
import { undoPublication } from '../commands/undo-publication';
import { openReview } from '../reads/reviews';
import { dataOf, openTeam } from './team';
import { as, makeMember, type Person } from './world';

const act = {
  make: action(createAgent),
  save: action(saveAgent),
  policy: action(setPublishing),
  propose: action(createProposal),
  revise: action(reviseProposal),
  review: action(reviewProposal),
  publish: action(publishProposal),
  undo: action(undoPublication),
};

/** Publishing is on, and else as it is at first. */
export const PUBLISHES: PublishingPolicy = { ...DEFAULT_PUBLISHING, enabled: true };

const text = (name: string, tools: string, body = 'You help.') =>
  `---\nname: ${name}\ndescription: Helps with ${name}.\ntools: ${tools}\n---\n\n${body}\n`;

/** A version of an agent. */
export interface Proposed {
  agentId: string;
  versionId: string;
}

interface Agent extends Proposed {
  name: string;
}

let made = 0;

/** Opens the team; the editor makes, saves, proposes and publishes unless it is said otherwise. */
export async function openReviewTeam(given: Parameters<typeof openTeam>[0]) {
  const team = await openTeam(given);
  const { world, workspace, workspaceId, ada, bob } = team;
  const eve = await makeMember(world.store, workspaceId, 'admin');
  const vera = await makeMember(world.store, workspaceId, 'viewer');

  const setPolicy = (policy: PublishingPolicy, adopt = false) =>
    dataOf(as(ada, () => act.policy({ workspace, policy, adopt })));
  async function published(agentId: string): Promise<string | null> {
    const of = { workspaceId, name: PUBLISHED, agentIds: [agentId] };
    return (await listLabelled(world.store.read, of)).get(agentId) ?? null;
  }
  async function head(agentId: string): Promise<string> {
    const [row] = await listVersions(world.store.read, { workspaceId, agentId, limit: 1 });
    return row?.versionId ?? '';
  }
  /** Makes an agent that may do this. */
  async function agent(tools = 'Read', by = bob): Promise<Agent> {
    const name = `agent-${++made}`;
    const { agentId } = await dataOf(as(by, () => act.make({ workspace, text: text(name, tools) })));
    return { agentId, name, versionId: await head(agentId) };
  }
  async function save({ agentId, name }: Agent, tools: string, by = bob): Promise<string> {
    const input = { workspace, agentId, baseVersionId: await head(agentId) };
    await dataOf(as(by, () => act.save({ ...input, text: text(name, tools, `v${++made}`) })));
    return head(agentId);
  }
  async function propose(agents: readonly Proposed[], reviewers: string[] = [], by = bob): Promise<string> {
    const input = { workspace, title: `Ship ${++made}`, reason: '', agents: picked(agents), reviewers };
    return (await dataOf(as(by, () => act.propose(input)))).proposalId;
  }
  const look = (proposalId: string, person = ada) =>
    as(person, async () => {
      const access = await findAccess(workspace, 'proposal:read');
      const found = access.ok ? await openReview(access.scope, proposalId) : null;
      if (!found) throw new Error('no review');
      return found;
    });
  async function say(
    person: Person,
    proposalId: string,
    verdict: ReviewProposalInput['verdict'] = 'approved',
    ticked: (ticks: string[]) => string[] = (ticks) => ticks,
  ) {
    const { agents } = await look(proposalId);
    const readings = Object.fromEntries(agents.map(({ agentId, reading }) => [agentId, reading]));
    const ticks = ticked(agents.flatMap(({ widenings }) => widenings.map(({ tick }) => tick)));
    const input = { workspace, proposalId, verdict, body: 'Said', readings, ticks };
    return as(person, () => act.review(input));
  }
  const revise = (proposalId: string, agents: readonly Proposed[], by = bob) =>
    as(by, () => act.revise({ workspace, proposalId, agents: picked(agents) }));
  const publish = (proposalId: string, person = bob) =>
    as(person, () => act.publish({ workspace, proposalId }));
  const undo = (proposalId: string, person = bob) => as(person, () => act.undo({ workspace, proposalId }));
  /** Makes an agent of which the first version is published. */
  async function publishedAgent(tools = 'Read'): Promise<Agent> {
    const fresh = await agent(tools);
    const proposalId = await propose([fresh]);
    await dataOf(say(eve, proposalId));
    await dataOf(publish(proposalId));
    return fresh;
  }

  await setPolicy(PUBLISHES);
  const people = { ...team, eve, vera };
  const deeds = { setPolicy, agent, save, propose, revise, say, publish, undo, publishedAgent };
  return { ...people, ...deeds, published, head, look };
}

const picked = (agents: readonly Proposed[]): Proposed[] =>
  agents.map(({ agentId, versionId }) => ({ agentId, versionId }));

export type ReviewTeam = Awaited<ReturnType<typeof openReviewTeam>>;
