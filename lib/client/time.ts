/** When was that, in a few letters? All times are integer milliseconds since 1970. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances from the shortest: up to `below`, count in `unit`. */
const steps = [
  { below: HOUR, unit: MINUTE, sign: 'min' },
  { below: DAY, unit: HOUR, sign: 'h' },
  { below: 28 * DAY, unit: DAY, sign: 'd' },
] as const;

/** How long ago, as "now", "5 min", "2 h", "3 d", and the date from four weeks on. A time to come is "now". */
export function formatAgo(then: number, now: number): string {
  const passed = now - then;
  if (passed < MINUTE) return 'now';
  const step = steps.find(({ below }) => passed < below);
  return step ? `${Math.floor(passed / step.unit)} ${step.sign}` : formatDay(then);
}

/** How long until then, rounded up, as "5 min", "2 h", "3 d", and the date from four weeks on; "now" when it has passed. */
export function formatUntil(then: number, now: number): string {
  const left = then - now;
  const step = steps.find(({ unit, below }) => left <= below - unit);
  if (left <= 0) return 'now';
  return step ? `${Math.ceil(left / step.unit)} ${step.sign}` : formatDay(then);
}

/** The day in UTC, as 2026-03-01: the same on server and client, whatever their time zones. */
export function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Day and minute in UTC, as "2026-03-01 14:02 UTC". */
export function formatMinute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
