'use client';
/** Which rows of what happened were fetched, and how are older ones? */

import { useInfiniteQuery } from '@tanstack/react-query';

import { requestJson } from '@/lib/client/request';

interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** The rows of `initial`, and the older ones as they are asked for from `url`, whose query is `filter`. */
export function useRecordPages<Row extends { id: string }>(url: string, filter: string, initial: Page<Row>) {
  return useInfiniteQuery({
    // Whoever comes again sees what was done meanwhile, and not what was fetched before.
    queryKey: ['records', url, filter, initial.rows.map(({ id }) => id).join()],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(filter);
      if (pageParam) query.set('before', pageParam);
      return requestJson<Page<Row>>(`${url}?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    initialData: { pages: [initial], pageParams: [null] },
  });
}
