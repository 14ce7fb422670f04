/** What will similarity need of a text? Worked out before it is saved. */

import 'server-only';

import type { StoredProfile } from '@/db';
import { createProfile, PROFILE_VERSION } from '@/lib/similarity';

import { log } from './log';
import { getThreads } from './threads/threads';

/** What takes longer than a few milliseconds belongs on a thread (UTF-16 code units). */
const MAX_INLINE = 32 * 1024;
const LIMIT_MS = 10_000;

/** Returns the profile of a text; undefined when it has to be made later. A save never fails for it. */
export async function profileOf(text: string): Promise<StoredProfile | undefined> {
  if (text.length <= MAX_INLINE) {
    return { recipe: PROFILE_VERSION, json: JSON.stringify(createProfile(text)) };
  }
  try {
    const [profile] = await getThreads().texts.run('profiles', { texts: [text] }, { limitMs: LIMIT_MS });
    return profile;
  } catch (error) {
    log.warn({ err: error }, 'profile not made; it will be when somebody asks for it');
    return undefined;
  }
}
