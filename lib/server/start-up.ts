/** What does the server do before it answers? Stamps addresses, opens the data, and shows the way in. */

import 'server-only';

import { countAll, holdFolder, storageFaultInWords } from '@/db';

import { hookConsole } from './console';
import { dataDirectory } from './environment';
import { listProviders } from './identity/providers';
import { gatheringMs, mailSettings, startNotifying } from './mail';
import { hookRequests } from './requests';
import { authSecret, warmPasswords } from './secrets';
import { newSetupLink } from './setup';
import { stopOnSignals } from './shut-down';
import { singleton } from './singleton';
import { getStore } from './store';
import { tellAnswer } from './telemetry/answers';
import { startMetrics } from './telemetry/metrics';
import { startTracing } from './telemetry/tracing';
import { getThreads } from './threads/threads';
import { startUpkeep } from './upkeep';
import { writing } from './watched-store';

/** Starts what the whole process shares. An error ends the process with a sentence: half a server helps nobody. */
export async function startUp(): Promise<void> {
  hookRequests(tellAnswer);
  hookConsole();
  try {
    await startTracing();
    authSecret();
    // These throw when something is set up by half.
    listProviders();
    mailSettings();
    gatheringMs();
    const { engine, read } = await getStore();
    // Held until the process ends: who is there is known to one server alone.
    if (engine === 'sqlite') await singleton('data-folder', () => holdFolder(dataDirectory()));
    await startMetrics({
      writesWaiting: () => writing().waiting,
      threadLosses: () => getThreads().losses(),
      totals: () => countAll(read),
    });
    await warmPasswords();
    const link = await newSetupLink(Date.now());
    if (link) announce(link);
  } catch (error) {
    process.stderr.write(`\nMuster cannot start: ${whyNot(error)}\n\n`);
    process.exit(1);
  }
  startUpkeep();
  startNotifying();
  stopOnSignals();
}

function whyNot(error: unknown): string {
  const place = { url: process.env.DATABASE_URL?.trim(), dataDir: dataDirectory() };
  return storageFaultInWords(error, place) ?? (error instanceof Error ? error.message : String(error));
}

function announce(link: string): void {
  process.stdout.write(
    `\n  Make the first account:\n  ${link}\n\n  (The link works once, and changes at every start until then.)\n\n`,
  );
}
