/** Which word did the writer mean? */

import { editDistance } from '@/lib/text';

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
