/** Has somebody else made a link by which this password could be set? The person has to know. */

import { Notice } from '@/components/ui/status';
import { formatMinute } from '@/lib/client/time';
import type { ResetLinkRow } from '@/lib/contract';

export function ResetLinks({ links }: { links: readonly ResetLinkRow[] }) {
  if (links.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice tone="attention">
        <ul>
          {links.map(({ id, by, createdAt, usedAt }) => (
            <li key={id}>
              {by} made a link to set your password on {formatMinute(createdAt)}.{' '}
              {usedAt === null ? 'It was not used.' : `It was used on ${formatMinute(usedAt)}.`}
            </li>
          ))}
        </ul>
        <p className="mt-1 text-soft">
          That was not meant so? Change your password: then no such link works.
        </p>
      </Notice>
    </div>
  );
}
