/** How does a script become Next's own process? Imported in place, so that signals reach the server itself. */

import { createRequire } from 'node:module';

import { ROOT } from './child.mjs';

const require = createRequire(import.meta.url);

/** Reads `.env` files as Next does, for the settings that are needed before it starts. */
export async function loadEnvironment(development) {
  require('@next/env').loadEnvConfig(ROOT, development);
}

/** Longer than proxies keep an idle connection (Caddy two minutes), or they would send into one that has just ended. */
const KEPT_MS = 125_000;

/** Runs `next start` or `next dev` in this very process. */
export async function becomeNext(command, host, port) {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  // The production server stops by itself, after what is under way (lib/server/shut-down.ts).
  if (command === 'start') process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
  const kept = command === 'start' ? ['--keepAliveTimeout', String(KEPT_MS)] : [];
  process.env.PORT = String(port);
  process.argv = [
    process.argv[0],
    require.resolve('next/dist/bin/next'),
    command,
    ROOT,
    '-H',
    host,
    '-p',
    String(port),
    ...kept,
  ];
  require('next/dist/bin/next');
}
