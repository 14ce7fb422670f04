/** Who comes back from a provider? Somebody known, somebody new who may, or nobody. */

import 'server-only';

import {
  consumeInvitation,
  createAccount,
  createMembership,
  createUser,
  deleteExpiredSessions,
  deleteSession,
  getAccount,
  getInvitationByTokenHash,
  getUserByEmail,
  listAccountsOfUser,
  lockUser,
  setEmailVerified,
  type Tx,
} from '@/db';
import { email as emailSchema, finishProviderSignInInput, personName } from '@/lib/contract';

import { type Committed, type OpenContext, openCommand } from '../command';
import { Failure, LostRace, signedOutFailure } from '../failure';
import { decideConnection, decideEntry } from '../identity/entry';
import { type Identity, identify } from '../identity/exchange';
import { type Flow, takeFlow } from '../identity/flow';
import { getProvider, type Provider } from '../identity/providers';
import { requirePoint } from '../limits';
import { hashToken } from '../secrets';
import { requireOpenSignUp } from './sign-up';
import { startSession } from './start-session';

interface Came {
  provider: Provider;
  identity: Identity;
  flow: Flow;
}

/** `userId` and `sessionId` are those of a sign-in; null where a provider was connected. */
interface Arrival {
  next: string;
  userId: string | null;
  sessionId: string | null;
}

export const finishProviderSignIn = openCommand({
  guard: 'public',
  event: 'session.started',
  input: finishProviderSignInInput,
  limit: null,
  async prepare({ provider: id, answer }, { address }): Promise<Came> {
    await requirePoint('provider-address', address);
    const flow = await takeFlow();
    const provider = getProvider(id);
    const parameters = new URLSearchParams(answer);
    if (!provider || flow?.provider !== provider.key || flow.state !== parameters.get('state')) {
      throw notBegun();
    }
    const identity = await identify(provider, parameters, flow);
    // An address that could not be typed here is as good as none.
    const email = emailSchema.safeParse(identity.email).data ?? null;
    return { provider, identity: { ...identity, email }, flow };
  },
  commit: (tx, came, _input, context) =>
    came.flow.connects ? connect(tx, came, context) : enter(tx, came, context),
});

async function connect(
  tx: Tx,
  { provider, identity, flow }: Came,
  { session, now }: OpenContext,
): Promise<Committed<Arrival>> {
  const userId = flow.connects;
  if (!userId || session?.user.id !== userId) throw signedOutFailure();
  const user = await lockUser(tx, { userId, now });
  if (!user) throw signedOutFailure();
  const account = await getAccount(tx, identity);
  const mine = await listAccountsOfUser(tx, { userId });
  const email = decideConnection(provider, identity, user, { account, mine });
  const output = { next: '/account', userId: null, sessionId: null };
  if (account) return { output, nothingChanged: true };
  await link(tx, identity, { userId, email, now });
  const event = 'user.provider-connected';
  return { output, event, subjectId: userId, details: { provider: provider.key } };
}

async function enter(tx: Tx, came: Came, context: OpenContext): Promise<Committed<Arrival>> {
  const { provider, identity, flow } = came;
  const { now } = context;
  const user = identity.email ? await getUserByEmail(tx, { email: identity.email }) : null;
  const entry = decideEntry(provider, identity, {
    account: await getAccount(tx, identity),
    namesake: user && { user, accounts: await listAccountsOfUser(tx, { userId: user.id }) },
  });
  if (entry.kind === 'new') return welcome(tx, came, entry.email, context);
  const { userId } = entry;
  if (entry.kind === 'same') {
    await lockUser(tx, { userId, now });
    await link(tx, identity, { userId, email: entry.email, now });
  }
  const sessionId = await replaceSession(tx, userId, context);
  const next = flow.invitation ? `/join/${encodeURIComponent(flow.invitation)}` : flow.next;
  return {
    output: { next, userId, sessionId },
    actorId: userId,
    subjectId: sessionId,
    details: { provider: provider.key, connected: entry.kind === 'same' },
  };
}

/** Makes the account of somebody who has an invitation, or needs none. */
async function welcome(
  tx: Tx,
  { provider, identity, flow }: Came,
  email: string,
  context: OpenContext,
): Promise<Committed<Arrival>> {
  const { now } = context;
  const name = personName.safeParse(identity.name?.slice(0, 100)).data ?? email.split('@')[0] ?? email;
  const make = async () => {
    const user = await createUser(tx, { email, name, passwordHash: null, emailVerifiedAt: now, now });
    if (!user) throw new LostRace();
    await link(tx, identity, { userId: user.id, email, now });
    return user.id;
  };
  const details = { provider: provider.key, newAccount: true };
  if (!flow.invitation) {
    await requireOpenSignUp(tx);
    const userId = await make();
    const sessionId = await replaceSession(tx, userId, context);
    const output = { next: flow.next, userId, sessionId };
    return { output, event: 'user.signed-up', actorId: userId, subjectId: userId, details };
  }
  const tokenHash = hashToken(flow.invitation);
  const offer = await getInvitationByTokenHash(tx, { tokenHash, now });
  const invitation = offer && (await consumeInvitation(tx, { tokenHash, now }));
  if (!invitation) throw invitationClosed();
  const { workspaceId, role } = invitation;
  const userId = await make();
  await createMembership(tx, { workspaceId, userId, role, now });
  const sessionId = await replaceSession(tx, userId, context);
  return {
    output: { next: `/w/${offer.workspaceSlug}/agents`, userId, sessionId },
    event: 'member.joined',
    actorId: userId,
    workspaceId,
    subjectId: userId,
    details: { ...details, role, invitation: invitation.id },
  };
}

async function link(
  tx: Tx,
  { provider, subject }: Identity,
  person: { userId: string; email: string; now: number },
): Promise<void> {
  if (!(await createAccount(tx, { provider, subject, ...person }))) throw new LostRace();
  await setEmailVerified(tx, person);
}

async function replaceSession(tx: Tx, userId: string, context: OpenContext): Promise<string> {
  if (context.session) await deleteSession(tx, { sessionId: context.session.id });
  await deleteExpiredSessions(tx, { now: context.now });
  return startSession(tx, userId, context);
}

function notBegun(): Failure {
  return new Failure(
    'forbidden',
    'This sign-in was not begun in this browser, or more than ten minutes ago. Start again.',
  );
}

function invitationClosed(): Failure {
  return new Failure(
    'not_found',
    'This invitation is no longer open: it has expired, was used or was taken back. Ask for a new link.',
  );
}
