'use client';
/** How much of a long list is on the page? A page at a time, and always as far as what is looked for. */

import { useState } from 'react';

const PAGE = 300;

/** The rows to show, and what shows more; null when all are shown. `wanted` is the place that must be among them. */
export function usePaged<Item>(
  items: readonly Item[],
  wanted: number,
): { shown: readonly Item[]; more: (() => void) | null } {
  const [limit, setLimit] = useState(PAGE);
  if (wanted >= limit) setLimit(Math.ceil((wanted + 1) / PAGE) * PAGE);
  return {
    shown: items.length > limit ? items.slice(0, limit) : items,
    more: items.length > limit ? () => setLimit(limit + PAGE) : null,
  };
}
