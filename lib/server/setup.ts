/** Is there an account yet, and if not, which token makes the first one? */

import 'server-only';

import { countUsers, setSetting } from '@/db';

import { publicUrl } from './environment';
import { hashToken, newToken } from './secrets';
import { getStore } from './store';

/** The setting that holds the hash of the one-time token. */
export const SETUP_TOKEN = 'setup-token-hash';

/** Says whether the first account is still to be made. */
export async function needsSetup(): Promise<boolean> {
  const { read } = await getStore();
  return (await countUsers(read)) === 0;
}

/** Makes a new one-time token while there is no account and returns the link that carries it; else null. */
export async function newSetupLink(now: number): Promise<string | null> {
  const store = await getStore();
  if (!(await needsSetup())) return null;
  const token = newToken();
  await store.write((tx) => setSetting(tx, { key: SETUP_TOKEN, value: hashToken(token), now }));
  return `${publicUrl()}/setup?token=${token}`;
}
