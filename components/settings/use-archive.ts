'use client';
/** How far is the export of the whole workspace? Asked every second while it runs. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { requestJson } from '@/lib/client/request';
import type { ArchiveProgress } from '@/lib/contract';

const EVERY_MS = 1000;

/** `begin` lets the browser fetch the file; whoever leaves the page does not end that. */
export function useArchive(workspace: string) {
  const [begun, setBegun] = useState<number | null>(null);
  const progress = useQuery({
    queryKey: ['archive', workspace],
    queryFn: ({ signal }) => requestJson<ArchiveProgress>(`/api/w/${workspace}/archive/progress`, { signal }),
    refetchInterval: ({ state }) => (begun !== null || state.data?.state === 'running' ? EVERY_MS : false),
    staleTime: 0,
  });
  function begin() {
    setBegun(Date.now());
    window.location.assign(`/api/w/${workspace}/archive`);
  }
  return { progress: progress.data, error: progress.error, begin };
}
