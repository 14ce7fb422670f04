/** Which address does a workspace's name suggest? Pure. */

const LONGEST = 48;

/**
 * A slug made of the name: lower-case letters, digits and single hyphens, at most 48; empty when nothing is left.
 * @example slugOf('Café & Friends') // 'cafe-friends'
 */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST + 1)
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
}
