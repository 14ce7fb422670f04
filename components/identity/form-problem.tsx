/** What was wrong with the whole form? Problems of single fields stand under the fields. */

import { CircleAlert } from 'lucide-react';

import type { ActionError } from '@/lib/contract';

export function FormProblem({ error }: { error: ActionError | null }) {
  // Empty it takes no room, yet is there for screen readers to watch.
  return (
    <div role="alert" aria-live="assertive" className="empty:sr-only">
      {error && !error.fieldErrors && (
        <p className="flex gap-2 rounded-md border border-line bg-bad-soft px-3 py-2 text-ui text-bad">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span className="min-w-0">
            {error.message}
            {error.ref && <code className="ml-1 font-mono select-all">{error.ref}</code>}
          </span>
        </p>
      )}
    </div>
  );
}
