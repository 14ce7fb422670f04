/** How is a row of panes shared out? Shares of one; pure, so that a test can say what dragging does. */

/** The cookie in which a SplitPane remembers its shares. */
export const splitCookie = (id: string) => `muster-split-${id}`;

/** The shares that a cookie value holds, or `initial` when it holds no good ones of the same number. */
export function readSplitSizes(value: string | undefined, initial: readonly number[]): number[] {
  const shares = (value ?? '').split('_').map(Number);
  const good = shares.length === initial.length && shares.every((share) => share > 0 && share <= 1);
  return normalise(good ? shares : initial);
}

/** The cookie value of the shares, to three decimals. */
export function writeSplitSizes(sizes: readonly number[]): string {
  return sizes.map((size) => size.toFixed(3)).join('_');
}

/** Shares that add up to 1, in the same proportions. */
function normalise(sizes: readonly number[]): number[] {
  const sum = sizes.reduce((total, size) => total + size, 0) || 1;
  return sizes.map((size) => size / sum);
}

/**
 * Moves the divider after pane `index` by `delta` (a share; positive to the right). Only its two neighbours
 * change, neither falls below its minimum share, and the sum stays 1.
 */
export function moveDivider(
  sizes: readonly number[],
  index: number,
  delta: number,
  minimums: readonly number[],
): number[] {
  const [before, after] = [sizes[index], sizes[index + 1]];
  if (before === undefined || after === undefined) return [...sizes];
  const least = Math.min(minimums[index] ?? 0, before);
  const most = before + after - Math.min(minimums[index + 1] ?? 0, after);
  const moved = Math.min(most, Math.max(least, before + delta));
  return sizes.map((size, at) => (at === index ? moved : at === index + 1 ? before + after - moved : size));
}
