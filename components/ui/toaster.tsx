'use client';
/** Where do messages appear? At the foot of the page. */

import { lazy, useSyncExternalStore } from 'react';

import { OnceWanted } from './once-wanted';
import { subscribeToWaiting, waitingToasts } from './toasts';

export { showToast, type ToastMessage } from './toasts';

const ToastViewport = lazy(async () => ({ default: (await import('./toast-viewport')).ToastViewport }));

/** Holds the place of the messages; what shows them is loaded with the first one. */
export function Toaster() {
  const wanted = useSyncExternalStore(
    subscribeToWaiting,
    () => waitingToasts() > 0,
    () => false,
  );
  return (
    <OnceWanted wanted={wanted}>
      <ToastViewport />
    </OnceWanted>
  );
}
