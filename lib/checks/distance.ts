/** Which word did the writer mean? */

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

/**
 * Returns the word that is written like `word` but for case, separators or at most two slips (one in short words);
 * null when none or several are as near.
 *
 * @example nearestWord('permission_mode', ['permissionMode', 'model']) // 'permissionMode'
 */
export function nearestWord(word: string, words: readonly string[]): string | null {
  if (word.length > 64) return null;
  const bare = bareWord(word);
  const alike = words.filter((candidate) => bareWord(candidate) === bare);
  if (alike.length > 0) return alike.length === 1 ? (alike[0] ?? null) : null;
  if (bare.length < 4) return null;
  const most = bare.length >= 8 ? 2 : 1;
  const near = words
    .map((candidate) => ({ candidate, distance: editDistance(bare, bareWord(candidate), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((x, y) => x.distance - y.distance);
  const [best, second] = near;
  if (best === undefined || best.distance === second?.distance) return null;
  return best.candidate;
}

function bareWord(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
