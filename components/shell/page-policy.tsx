'use client';
/** Which nonce do style elements carry? The one that the open document was served with. */

import { CSPProvider } from '@base-ui/react/csp-provider';
import { type ReactNode, useState } from 'react';

export interface PagePolicyProps {
  nonce: string | undefined;
  children: ReactNode;
}

export function PagePolicy({ nonce, children }: PagePolicyProps) {
  // When the server renders the layout anew it makes another nonce, which the open document does not know.
  const [first] = useState(nonce);
  return <CSPProvider nonce={first}>{children}</CSPProvider>;
}
