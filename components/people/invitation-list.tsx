'use client';
/** Which invitations are open, to whom, and until when? */

import { Button } from '@/components/ui/button';
import { useNow } from '@/lib/client/now';
import { formatMinute, formatUntil } from '@/lib/client/time';
import type { InvitationRow } from '@/lib/contract';

import { ROLE_WORDS } from './role-words';

export interface InvitationListProps {
  invitations: readonly InvitationRow[];
  canMail: boolean;
  /** The invitation that is being sent again or revoked. */
  busy: string | null;
  onResend: (invitation: InvitationRow) => void;
  onRevoke: (invitation: InvitationRow) => void;
}

export function InvitationList({ invitations, canMail, busy, onResend, onRevoke }: InvitationListProps) {
  const now = useNow();
  if (invitations.length === 0) return null;
  return (
    <ul aria-label="Open invitations" className="mt-5 divide-y divide-line border-y border-line">
      {invitations.map((invitation) => {
        const { id, email, role, createdBy, createdAt, expiresAt, maxUses, uses } = invitation;
        const whom = email ?? `${ROLE_WORDS[role].label} link`;
        return (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <div className="min-w-0 flex-1 basis-56">
              <p className="truncate font-medium">{whom}</p>
              <p className="text-small text-soft">
                {email ? ROLE_WORDS[role].label : `${uses} of ${maxUses} used`} · by {createdBy} ·{' '}
                {endWords(expiresAt, Math.max(now, createdAt))} ·{' '}
                <span title={formatMinute(createdAt)}>
                  {email ? 'sent' : 'made'} {formatMinute(createdAt).slice(0, 10)}
                </span>
              </p>
            </div>
            <div className="flex gap-1 max-md:-ml-2">
              {email && canMail && (
                <Button
                  size="dense"
                  tone="quiet"
                  disabled={busy !== null}
                  busy={busy === `resend ${id}`}
                  aria-label={`Send again to ${email}`}
                  onClick={() => onResend(invitation)}
                >
                  Send again
                </Button>
              )}
              <Button
                size="dense"
                tone="quiet"
                disabled={busy !== null}
                busy={busy === `revoke ${id}`}
                aria-label={`Revoke ${whom}`}
                onClick={() => onRevoke(invitation)}
              >
                Revoke
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function endWords(expiresAt: number, now: number): string {
  const until = formatUntil(expiresAt, now);
  return /^\d{4}-/.test(until) ? `ends on ${until}` : `ends in ${until}`;
}
