/** How do the scripts speak? Plain lines on standard error, so that standard output stays a result. */

const HEARTBEAT_MS = 15_000;

/** Prints one line for the person at the terminal. */
export function say(line) {
  process.stderr.write(`muster: ${line}\n`);
}

/** Says `line`, and again every 15 seconds that the work goes on; returns how to say that it is done. */
export function sayWhile(line) {
  const started = Date.now();
  const seconds = () => Math.max(1, Math.round((Date.now() - started) / 1000));
  say(line);
  const timer = setInterval(() => say(`still at it (${seconds()} s)`), HEARTBEAT_MS);
  return (done) => {
    clearInterval(timer);
    if (done) say(`${done} (${seconds()} s)`);
  };
}

/** An error whose message is all that a person needs: printed without a stack. */
export class PlainError extends Error {}

/** Runs `main`; a PlainError becomes its message and exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    for (const line of error.message.split('\n')) say(line);
    process.exitCode = 1;
  }
}
