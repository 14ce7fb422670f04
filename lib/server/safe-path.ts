/** May a link that came with the request be followed after signing in? Only a path of this site. */

const BASE = 'http://muster.invalid';

/** Returns the path with its query if `next` is one of this site, else `fallback`. */
export function safePath(next: string | null | undefined, fallback = '/'): string {
  if (!next?.startsWith('/') || next.length > 2000 || /[\\\u0000-\u001f]/.test(next)) return fallback;
  if (!URL.canParse(next, BASE)) return fallback;
  const url = new URL(next, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//') || url.pathname.startsWith('/api/'))
    return fallback;
  return url.pathname + url.search;
}
