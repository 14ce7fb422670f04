/** Who owns this installation? Whoever holds the token of the terminal makes the first account and workspace. */

import 'server-only';

import { countUsers, createUser, createWorkspace, type Db, getSetting, takeSetting } from '@/db';
import { createFirstAccountInput, slugOf } from '@/lib/contract';

import { openCommand } from '../command';
import { Failure } from '../failure';
import { hashNewPassword } from '../identity/passwords';
import { requirePoint, returnPoint } from '../limits';
import { hashToken } from '../secrets';
import { SETUP_TOKEN } from '../setup';
import { startSession } from './start-session';

export const createFirstAccount = openCommand({
  guard: 'token',
  event: 'installation.claimed',
  input: createFirstAccountInput,
  limit: null,
  async prepare({ token, password }, { read, address }) {
    await requirePoint('token-address', address);
    const tokenHash = hashToken(token);
    await requireUnclaimed(read);
    if ((await getSetting(read, { key: SETUP_TOKEN })) !== tokenHash) throw wrongToken();
    await returnPoint('token-address', address);
    return { tokenHash, passwordHash: await hashNewPassword(password, 'password') };
  },
  async commit(tx, { tokenHash, passwordHash }, { name, email, workspaceName }, context) {
    const { now } = context;
    await requireUnclaimed(tx);
    if (!(await takeSetting(tx, { key: SETUP_TOKEN, value: tokenHash }))) throw wrongToken();
    const user = await createUser(tx, { email, name, passwordHash, now });
    if (!user) throw claimed();
    const slug = slugOf(workspaceName) || 'workspace';
    const workspace = await createWorkspace(tx, { slug, name: workspaceName, ownerId: user.id, now });
    if (!workspace) throw claimed();
    const sessionId = await startSession(tx, user.id, context);
    return {
      output: { slug, userId: user.id, sessionId },
      actorId: user.id,
      workspaceId: workspace.id,
      subjectId: user.id,
    };
  },
});

async function requireUnclaimed(db: Db): Promise<void> {
  if ((await countUsers(db)) > 0) throw claimed();
}

function claimed(): Failure {
  return new Failure(
    'conflict',
    'The first account has been made already. Sign in, or ask its owner to invite you.',
  );
}

function wrongToken(): Failure {
  const message = 'This is not the present token. The terminal shows a new one at every start; paste that.';
  return new Failure('forbidden', message, { token: [message] });
}
