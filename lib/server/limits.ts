/** How often may somebody try? Counters in memory, by account, by person and by address. */

import { RateLimiterMemory } from 'rate-limiter-flexible';

import { Failure } from './failure';
import { networkOf } from './peer';
import { singleton } from './singleton';
import { observeRefusal } from './telemetry/metrics';

const MINUTE = 60;

/** Points per seconds. Guesses are few and slow; work is many and fast, bounded only against runaways. */
const LIMITS = {
  /** Wrong passwords: for one account from one network, for it from everywhere, and from one network for all. */
  'sign-in-account-here': { points: 10, duration: 15 * MINUTE },
  'sign-in-account': { points: 50, duration: 15 * MINUTE },
  'sign-in-address': { points: 50, duration: 15 * MINUTE },
  /** Sign-ins by a provider that an address begins or ends. */
  'provider-address': { points: 300, duration: 15 * MINUTE },
  /** Accounts without an invitation from one address, and invitations accepted for accounts that are there. */
  'sign-up-address': { points: 10, duration: 60 * MINUTE },
  /** Wrong present passwords of one signed-in person. */
  'password-change': { points: 10, duration: 15 * MINUTE },
  /** Setup tokens and invitations tried from one address. */
  'token-address': { points: 30, duration: 15 * MINUTE },
  /** Links for a new password that are asked for from one address, and for one account. */
  'reset-address': { points: 20, duration: 15 * MINUTE },
  'reset-email': { points: 4, duration: 60 * MINUTE },
  /** Links to one's own address, to confirm it. */
  'address-mail': { points: 5, duration: 60 * MINUTE },
  /** Sendings of invitations, of at most 20 each, by one person. */
  'invitation-mail': { points: 30, duration: 60 * MINUTE },
  /** Changes, and batches of imported files (at most 40 each, read or written), of one person. */
  write: { points: 600, duration: MINUTE },
  import: { points: 1500, duration: MINUTE },
  /** Batches of changes of many, and previews of them while they are typed, of one person. */
  bulk: { points: 3000, duration: MINUTE },
  'bulk-preview': { points: 300, duration: MINUTE },
  /** Questions of a form while it is being filled in, and comparisons that take seconds, of one person. */
  similar: { points: 300, duration: MINUTE },
  compare: { points: 120, duration: MINUTE },
  board: { points: 300, duration: MINUTE },
  /** Files of what happened, and of whole agents, that one person takes with them. */
  export: { points: 300, duration: MINUTE },
  'audit-export': { points: 10, duration: MINUTE },
  'my-data': { points: 10, duration: 60 * MINUTE },
  archive: { points: 10, duration: 10 * MINUTE },
  /** What somebody types and where the caret goes, in all tabs: one of each at a time, a few a second. */
  live: { points: 6000, duration: MINUTE },
  /** And how much of it, in pieces of 64 KiB: some sixteen whole files, each of which may take a second to judge. */
  'live-volume': { points: 256, duration: MINUTE },
  /** Audit rows that refused strangers may cause from one address, so that nobody fills the disk by knocking. */
  'denied-audit': { points: 60, duration: MINUTE },
} as const;

export type LimitName = keyof typeof LIMITS;

const limiter = (name: LimitName) =>
  singleton(`limit:${name}`, () => new RateLimiterMemory({ ...LIMITS[name], keyPrefix: name }));

/** Takes points, one unless said otherwise; returns the seconds to wait when too few are left, else 0. */
export async function takePoint(name: LimitName, key: string, points = 1): Promise<number> {
  if (points === 0) return 0;
  try {
    await limiter(name).consume(networkOf(key), points);
    return 0;
  } catch (refused) {
    if (!isRefusal(refused)) throw refused;
    observeRefusal(name);
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** By its shape: pages and routes are bundled apart, and share a counter whose class only one of them knows. */
function isRefusal(refused: unknown): refused is { msBeforeNext: number } {
  return typeof (refused as { msBeforeNext?: unknown } | null)?.msBeforeNext === 'number';
}

/** Takes points or throws a failure that says how long to wait. */
export async function requirePoint(name: LimitName, key: string, points = 1): Promise<void> {
  const seconds = await takePoint(name, key, points);
  if (seconds > 0) throw new Failure('rate_limited', `Too many attempts. Try again in ${inWords(seconds)}.`);
}

/** Gives one point back after an attempt that was not a guess. */
export async function returnPoint(name: LimitName, key: string): Promise<void> {
  await limiter(name).reward(networkOf(key));
}

/** Forgets all attempts of this key. */
export async function clearPoints(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(networkOf(key));
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} second${seconds === 1 ? '' : 's'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
