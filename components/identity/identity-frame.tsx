/** What do all pages share that one sees before a workspace? The name, one question, and a narrow column. */

import type { ReactNode } from 'react';

export interface IdentityFrameProps {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
  /** Stands under a line: the other way in. */
  footer?: ReactNode;
}

export function IdentityFrame({ title, lead, children, footer }: IdentityFrameProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-92 flex-col justify-center px-5 py-12">
      <p className="text-ui font-semibold text-soft">Muster</p>
      <h1 className="mt-3 text-title">{title}</h1>
      {lead && <p className="mt-1 text-prose text-soft">{lead}</p>}
      <div className="mt-6">{children}</div>
      {footer && <div className="mt-6 border-t border-line pt-4 text-ui text-soft">{footer}</div>}
    </main>
  );
}
