/** Nothing here: why, and what to do? */

import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-2xl flex-col items-center px-6 py-16 text-center">
      {icon && <div className="mb-3 text-soft *:size-6">{icon}</div>}
      <h2 className="text-heading">{title}</h2>
      {children && <div className="mt-1 max-w-100 text-prose text-pretty text-soft">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
