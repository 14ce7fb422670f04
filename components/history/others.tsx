/** Whose writing came in with a version, beside that of who saved it? Everybody's initials, and the names as far as there is room. */

import { Avatar } from '@/components/people/avatar';
import type { HistoryRow } from '@/lib/contract';

/** More names make the line hard to read; all are told on hover and to readers. */
const MOST = 2;

export function Others({ people }: { people: HistoryRow['others'] }) {
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name);
  const rest = names.length - MOST;
  const words = rest > 0 ? `${names.slice(0, MOST).join(', ')} and ${rest} more` : names.join(' and ');
  return (
    <span className="flex min-w-0 items-center gap-x-2" title={names.join(', ')}>
      <span className="text-soft">with</span>
      <span className="flex -space-x-1">
        {people.slice(0, MOST).map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} decorative />
        ))}
      </span>
      <span className="truncate" aria-hidden={rest > 0}>
        {words}
      </span>
      {rest > 0 && <span className="sr-only">{names.join(', ')}</span>}
    </span>
  );
}
