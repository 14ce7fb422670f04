/** How does a row of the rail look? */

import { classNames } from '@/components/ui/class-names';

/** A row of the rail: 32 high, 40 in the drawer; an icon alone when the rail is narrow. */
export function railRow(collapsed: boolean, more?: string): string {
  return classNames(
    'flex h-8 w-full items-center gap-2.5 rounded-md text-left text-ui transition-colors max-md:h-10',
    collapsed ? 'justify-center' : 'px-2',
    more,
  );
}
