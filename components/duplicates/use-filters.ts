'use client';
/** Which filters are set? They stand in the address, so that a link leads back to the same list. */

import { useCallback, useEffect, useState } from 'react';

import { type Filters, readFilters, writeFilters } from './model/filters';

/** The address follows the typing after so much rest, in milliseconds: browsers refuse a hundred changes in half a minute. */
const PAUSE = 250;

export function useFilters(initial: Filters) {
  const [filters, setFilters] = useState(initial);
  const change = useCallback((more: Partial<Filters>) => setFilters((now) => ({ ...now, ...more })), []);
  useEffect(() => {
    const search = writeFilters(filters);
    if (search === window.location.search) return;
    const isTyping = readFilters(window.location.search).query !== filters.query.trim();
    const timer = setTimeout(
      () => window.history.replaceState(null, '', window.location.pathname + search),
      isTyping ? PAUSE : 0,
    );
    return () => clearTimeout(timer);
  }, [filters]);
  return { filters, change };
}
