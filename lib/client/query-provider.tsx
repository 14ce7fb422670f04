'use client';
/** Where do the pages of a workspace keep what they fetched? */

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { RequestError } from './request';

/** An answer that says no stays no: only failures of the line are tried again. */
function retry(failures: number, cause: Error): boolean {
  const line = cause instanceof RequestError && ['unavailable', 'internal'].includes(cause.error.code);
  return line && failures < 2;
}

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 20_000, retry } } }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
