'use client';
/** How far is the export of the whole workspace? Asked every second while it runs. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { requestJson } from '@/lib/client/request';
import type { ArchiveProgress } from '@/lib/contract';

const EVERY_MS = 1000;
/** Another server may be at it, and tells when it is done. */
const SELDOM_MS = 10_000;
/** What was asked for has begun by then, or was refused. */
const BEGINS_WITHIN_MS = 15_000;

/** `begin` lets the browser fetch the file; whoever leaves the page does not end that. */
export function useArchive(workspace: string) {
  const [begun, setBegun] = useState<number | null>(null);
  const progress = useQuery({
    queryKey: ['archive', workspace],
    queryFn: ({ signal }) => requestJson<ArchiveProgress>(`/api/w/${workspace}/archive/progress`, { signal }),
    refetchInterval: ({ state: { data } }) => {
      if (data?.state === 'running') return EVERY_MS;
      if (begun !== null && Date.now() - begun < BEGINS_WITHIN_MS) return EVERY_MS;
      return data?.state === 'unknown' ? SELDOM_MS : false;
    },
    staleTime: 0,
  });
  function begin() {
    setBegun(Date.now());
    // As a download, so that a refusal does not take the page away.
    const link = document.createElement('a');
    link.href = `/api/w/${workspace}/archive`;
    link.download = '';
    link.click();
  }
  return { progress: progress.data, error: progress.error, begin };
}
