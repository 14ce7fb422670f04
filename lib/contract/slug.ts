/** What is a workspace called in addresses? */

import { z } from './zod';

const LONGEST = 48;

/** Paths under /w/ that are pages of their own. */
const RESERVED: readonly string[] = ['new'];

export const workspaceSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, 'Use 1 to 48 lower-case letters, digits and hyphens.');

/** Says whether the slug would hide a page. */
export function isReservedSlug(slug: string): boolean {
  return RESERVED.includes(slug);
}

/**
 * Returns the slug that a name suggests: lower-case letters, digits and single hyphens; empty when none is left, or
 * when it would hide a page.
 *
 * @example slugOf('Zoë’s agents') // 'zoes-agents'
 */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  return isReservedSlug(slug) ? '' : slug;
}
