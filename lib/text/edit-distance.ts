/** How many slips lie between two words? */

/**
 * Returns how many letters must be inserted, deleted, replaced or swapped with a neighbour to turn one word into
 * the other; stops at `most` and returns `most + 1` beyond it.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous: number[] = [];
  let current = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((next[j - 1] ?? 0) + 1, (current[j] ?? 0) + 1, (current[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (previous[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    previous = current;
    current = next;
  }
  return current[b.length] ?? most + 1;
}
