'use client';
/** Does somebody really want to leave with unsaved work? */

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

import { showToast } from '@/components/ui/toaster';

import { guardLeaving } from './leave-guard';

export interface LeaveGuard {
  /** Does what was held up; null while nobody wants to leave. */
  go: (() => void) | null;
  stay: () => void;
}

export function useLeaveGuard(isUnsaved: () => boolean): LeaveGuard {
  const router = useRouter();
  const [go, setGo] = useState<(() => void) | null>(null);
  const latest = useRef(isUnsaved);
  latest.current = isUnsaved;
  useEffect(
    () =>
      guardLeaving({
        isUnsaved: () => latest.current(),
        ask: (held) => setGo(() => held),
        push: (address) => router.push(address),
        onLeft: () => showToast({ text: 'What is not saved is kept on this device.' }),
      }),
    [router],
  );
  return { go, stay: () => setGo(null) };
}
