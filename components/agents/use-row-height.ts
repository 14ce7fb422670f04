'use client';
/** How high is a row? 40 pixels, on a phone 56; the classes of rows say the same as `--row`. */

import { useSyncExternalStore } from 'react';

const DESK = '(min-width: 48rem)';
const HEIGHTS = { desk: { row: 40, heading: 32 }, phone: { row: 56, heading: 0 } };

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(DESK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The heights of a row and of the headings above, in pixels. */
export function useRowHeight(): { row: number; heading: number } {
  const isDesk = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(DESK).matches,
    () => true,
  );
  return isDesk ? HEIGHTS.desk : HEIGHTS.phone;
}
