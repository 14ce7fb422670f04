/** Which name is not taken yet? */

/**
 * Returns the first of `base`, `base-2`, `base-3` … that is not taken.
 *
 * @example freeName('reviewer', ['reviewer']) // 'reviewer-2'
 */
export function freeName(base: string, taken: readonly string[]): string {
  const names = new Set(taken);
  let name = base;
  for (let number = 2; names.has(name); number++) name = `${base}-${number}`;
  return name;
}
