/** How are several names said in one breath? */

/**
 * Joins names with commas and a last "and"; beyond `most` it counts the rest.
 *
 * @example listWords(['a', 'b', 'c']) // 'a, b and c'
 */
export function listWords(names: readonly string[], most = 5): string {
  if (names.length <= 1) return names[0] ?? '';
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
