/** Which keys belong to the page of a path, beside those that work everywhere? */

import type { Scope } from '@/lib/client/shortcuts/tables';

export type PageScope = Exclude<Scope, 'everywhere'> | 'board' | null;

/** `/w/acme/agents/7` is an editor, `/w/acme/agents` a list. */
export function scopeOf(pathname: string): PageScope {
  const [, , , place, id, below, deeper] = pathname.split('/');
  if (place === 'duplicates') return 'duplicates';
  if (place === 'merges') return id ? 'board' : null;
  if (place !== 'agents') return null;
  if (!id) return 'list';
  if (below === 'history') return !deeper ? 'history' : deeper === 'compare' ? 'compare' : 'version';
  return id === 'new' || below ? null : 'editor';
}
