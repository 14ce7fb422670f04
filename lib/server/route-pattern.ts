/** Which page or route does a path belong to? A name out of a fixed set, without what people put into addresses. */

import { PAGES, ROUTES } from '@/lib/policy';

interface Pattern {
  name: string;
  regex: RegExp;
}

/** Those with the fewest parts in brackets first: `/w/new` is not a workspace. */
const PATTERNS: Pattern[] = [...Object.keys(PAGES), ...Object.keys(ROUTES)]
  .map((file) => {
    const parts = file.split('/').slice(1, -1);
    const name = `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
    return { name, regex: new RegExp(`^${name.replace(/\[[^\]]+\]/g, '[^/]+')}/?$`) };
  })
  .sort((a, b) => openParts(a) - openParts(b));

function openParts({ name }: Pattern): number {
  return name.split('[').length;
}

/** Returns the pattern of a path, such as `/w/[workspace]/agents`; `static` for files of the build, else `other`. */
export function routePattern(path: string): string {
  if (path.startsWith('/_next/')) return 'static';
  return PATTERNS.find(({ regex }) => regex.test(path))?.name ?? 'other';
}
