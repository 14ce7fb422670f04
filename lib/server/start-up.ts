/** What does the server do before it answers? Stamps addresses, opens the data, and shows the way in. */

import 'server-only';

import { hookRequests, whenIdle } from './requests';
import { authSecret, warmPasswords } from './secrets';
import { newSetupLink } from './setup';
import { singleton } from './singleton';
import { closeStore, getStore } from './store';
import { closeThreads } from './threads/threads';

/** Starts what the whole process shares. An error ends the process with a sentence: half a server helps nobody. */
export async function startUp(): Promise<void> {
  hookRequests();
  try {
    authSecret();
    await getStore();
    await warmPasswords();
    const link = await newSetupLink(Date.now());
    if (link) announce(link);
  } catch (error) {
    process.stderr.write(
      `\nMuster cannot start: ${error instanceof Error ? error.message : String(error)}\n\n`,
    );
    process.exit(1);
  }
  singleton('closing', () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void closeWhenIdle());
    return true;
  });
}

/** Next takes no new requests from here on, and exits when those under way are answered. */
async function closeWhenIdle(): Promise<void> {
  // Comparing ten thousand agents may take longer than anybody waits for a server to stop. No save needs a thread.
  await closeThreads();
  await whenIdle();
  await closeThreads();
  await closeStore();
}

function announce(link: string): void {
  process.stdout.write(
    `\n  Make the first account:\n  ${link}\n\n  (The link works once, and changes at every start until then.)\n\n`,
  );
}
