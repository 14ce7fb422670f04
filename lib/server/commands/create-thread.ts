/** How does somebody begin to talk about an agent? With a thread at a place of it. */

import 'server-only';

import {
  addNotifications,
  countThreads,
  getAgent,
  getProposal,
  getVersion,
  createThread as insertThread,
} from '@/db';
import { type CommentPlace, createThreadInput, MAX_THREADS } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { namedMembers, tellOfComment } from '../comment-words';
import { Failure, notFoundFailure } from '../failure';

export const createThread = workspaceCommand({
  event: 'comment.created',
  permission: 'comment:write',
  input: createThreadInput,
  async prepare({ agentId, place, proposalId, body, mentions }, { read, scope: { workspaceId } }) {
    const agent = await getAgent(read, { workspaceId, agentId });
    if (!agent) throw notFoundFailure();
    if (agent.deletedAt !== null) throw binFailure(agent.title);
    if (proposalId !== null) {
      const proposal = await getProposal(read, { workspaceId, proposalId });
      if (!proposal?.agents.some((each) => each.agentId === agentId)) throw notFoundFailure();
    }
    if (place.kind === 'text') {
      const version = await getVersion(read, { workspaceId, agentId, versionId: place.versionId });
      if (!version) throw notFoundFailure();
    }
    if ((await countThreads(read, { workspaceId, agentId })) >= MAX_THREADS) throw fullFailure();
    const named = await namedMembers(read, workspaceId, { body, mentions });
    return { title: agent.title, named, place: soundPlace(place) };
  },
  async commit(tx, { title, named, place }, { agentId, proposalId, body }, { scope, now }) {
    const { workspaceId, user } = scope;
    const thread = { workspaceId, agentId, proposalId, place, userId: user.id, body, mentions: named, now };
    const made = await insertThread(tx, thread);
    const items = tellOfComment({ ...made, agentId, title, body }, { named, writers: [] });
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const details = { threadId: made.threadId, on: place.kind };
    return { output: made, subjectId: agentId, details, told };
  },
});

/** Offsets that belong to each other, whatever was sent. */
function soundPlace(place: CommentPlace): CommentPlace {
  return place.kind === 'text' ? { ...place, to: place.from + place.quote.length } : place;
}

const binFailure = (title: string): Failure =>
  new Failure('conflict', `${title} is in the bin. Bring it back first; your words are still here.`);

function fullFailure(): Failure {
  const most = MAX_THREADS.toLocaleString('en-US');
  return new Failure('conflict', `This agent has ${most} threads already. Answer in one of them.`);
}
