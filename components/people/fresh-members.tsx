'use client';
/** Has anybody joined, or left, since the page was drawn? Asked when somebody comes back to it, and when it is heard. */

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

import { hearNews } from '@/lib/client/live/news';

export function FreshMembers({ workspace, userId }: { workspace: string; userId: string }) {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => router.refresh();
    window.addEventListener('focus', refresh);
    const stop = hearNews(workspace, userId, (about) => about === 'members' && refresh());
    return () => {
      window.removeEventListener('focus', refresh);
      stop();
    };
  }, [workspace, userId, router]);
  return null;
}
