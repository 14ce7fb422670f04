/** What is a workspace called in URLs? */

/** Paths under /w/ that are pages of their own. */
const RESERVED = new Set(['new']);

/** Says whether the slug would hide a page. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED.has(slug);
}

/**
 * Returns a valid slug for a name.
 *
 * @example slugOf('Zoë’s agents') // 'zoes-agents'
 */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return !slug || isReservedSlug(slug) ? 'workspace' : slug;
}
