'use client';
/** Where is this person signed in, and where no longer? */

import { useRouter } from 'next/navigation';

import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toaster';
import { useNow } from '@/lib/client/now';
import { formatAgo, formatMinute } from '@/lib/client/time';
import { useAction } from '@/lib/client/use-action';
import type { Action, EndSessionInput } from '@/lib/contract';

import { deviceWords } from './device-words';
import { FormProblem } from './form-problem';

export interface SessionItem {
  id: string;
  current: boolean;
  address: string | null;
  userAgent: string | null;
  createdAt: number;
  lastSeenAt: number;
}

export interface SessionListProps {
  sessions: readonly SessionItem[];
  endSession: Action<EndSessionInput, unknown>;
  endOthers: Action<Record<string, never>, { ended: number }>;
}

export function SessionList({ sessions, endSession, endOthers }: SessionListProps) {
  const router = useRouter();
  const ending = useAction(endSession, () => {
    showToast({ text: 'Signed out there', tone: 'good' });
    router.refresh();
  });
  const endingOthers = useAction(endOthers, ({ ended }) => {
    showToast({ text: `Signed out on ${ended} other ${ended === 1 ? 'device' : 'devices'}`, tone: 'good' });
    router.refresh();
  });
  const busy = ending.busy || endingOthers.busy;
  return (
    <>
      <FormProblem error={ending.error ?? endingOthers.error} />
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            busy={busy}
            onEnd={() => ending.run({ sessionId: session.id })}
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button className="mt-4" busy={endingOthers.busy} onClick={() => endingOthers.run({})}>
          Sign out everywhere else
        </Button>
      )}
    </>
  );
}

interface SessionLineProps {
  session: SessionItem;
  busy: boolean;
  onEnd: () => void;
}

function SessionLine({ session, busy, onEnd }: SessionLineProps) {
  const now = useNow();
  const { current, address, userAgent, createdAt, lastSeenAt } = session;
  const device = deviceWords(userAgent);
  return (
    <li className="flex min-h-12 items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          {device}
          {current && <span className="font-normal text-soft"> · this device</span>}
        </p>
        <p className="text-small break-words text-soft">
          {address ?? 'Unknown address'} · {usedWords(current ? now : lastSeenAt, now)} ·{' '}
          <span title={formatMinute(createdAt)}>signed in {formatMinute(createdAt).slice(0, 10)}</span>
        </p>
      </div>
      {!current && (
        <Button
          size="dense"
          tone="quiet"
          disabled={busy}
          aria-label={`Sign out ${device}, ${address ?? 'unknown address'}`}
          onClick={onEnd}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}

function usedWords(then: number, now: number): string {
  const ago = formatAgo(then, now);
  if (ago === 'now') return 'in use now';
  return /^\d{4}-/.test(ago) ? `last used on ${ago}` : `last used ${ago} ago`;
}
