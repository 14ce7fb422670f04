/** One matter of the settings: what it is, and its controls. */

import type { ReactNode } from 'react';

export interface SectionProps {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="border-b border-line py-6 last:border-b-0">
      <h2 id={id} className="text-heading">
        {title}
      </h2>
      {lead && <p className="mt-0.5 text-soft">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
