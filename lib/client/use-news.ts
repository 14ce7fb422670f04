'use client';
/** What was fetched, and is another one now? Asked anew as soon as the live stream says so. */

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { News } from '@/lib/contract';

import { hearNews } from './live/news';

/** Under which keys lies what the news are about. */
const KEYS: Record<News, readonly string[]> = {
  comments: ['threads'],
  inbox: ['waiting', 'inbox'],
  reviews: ['waiting'],
  members: [],
};

/** Fetches anew what others changed. */
export function useNews(workspace: string, userId: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      hearNews(workspace, userId, (about) => {
        for (const key of KEYS[about]) void client.invalidateQueries({ queryKey: [key, workspace] });
      }),
    [workspace, userId, client],
  );
}
