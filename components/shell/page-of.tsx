'use client';
/** Whose page is this, where no shell knows it? */

import { useEffect } from 'react';

import { openPageOf } from '@/lib/client/page-person';

export function PageOf({ userId }: { userId: string }) {
  useEffect(() => openPageOf(userId), [userId]);
  return null;
}
