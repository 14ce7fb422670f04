/** What does a page say that has nothing else to show? What happened, and where to go. */

import type { ReactNode } from 'react';

export interface PageMessageProps {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** Finds the line in the server's log. */
  reference?: string;
}

export function PageMessage({ title, children, actions, reference }: PageMessageProps) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-lg flex-col justify-center px-6 py-16">
      <h1 className="text-title">{title}</h1>
      <div className="mt-2 text-prose text-soft">{children}</div>
      {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
      {reference && (
        <p className="mt-6 border-t border-line pt-3 text-small text-soft">
          Reference <code className="font-mono text-ink select-all">{reference}</code>: it finds the line in
          the server’s log.
        </p>
      )}
    </main>
  );
}
