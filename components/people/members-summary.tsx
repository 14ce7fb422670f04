/** Who is here, at a glance? The first members, and the way to all of them. */

import { ButtonLink } from '@/components/ui/button';
import type { MemberRow } from '@/lib/contract';

import { Avatar } from './avatar';
import { ROLE_WORDS } from './role-words';

const MOST = 6;

export interface MembersSummaryProps {
  members: readonly MemberRow[];
  /** The page of all members. */
  href: string;
  canInvite: boolean;
}

export function MembersSummary({ members, href, canInvite }: MembersSummaryProps) {
  const more = members.length - MOST;
  return (
    <>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {members.slice(0, MOST).map(({ userId, name, role }) => (
          <li key={userId} className="flex min-w-0 items-center gap-2">
            <Avatar id={userId} name={name} decorative />
            <span className="truncate">{name}</span>
            <span className="shrink-0 text-small text-soft">{ROLE_WORDS[role].label}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-soft">And {more} more.</p>}
      <ButtonLink href={href} className="mt-4">
        {canInvite ? 'Manage and invite members' : 'Show the members'}
      </ButtonLink>
    </>
  );
}
