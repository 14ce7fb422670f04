'use client';
/** When is a part loaded that few visits need? When it is wanted first; it stays, so that it can close gracefully. */

import { type ReactNode, Suspense, useState } from 'react';

export interface OnceWantedProps {
  wanted: boolean;
  /** A `lazy` component. */
  children: ReactNode;
}

export function OnceWanted({ wanted, children }: OnceWantedProps) {
  const [loaded, setLoaded] = useState(wanted);
  if (wanted && !loaded) setLoaded(true);
  return loaded && <Suspense fallback={null}>{children}</Suspense>;
}
