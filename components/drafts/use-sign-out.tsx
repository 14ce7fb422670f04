'use client';
/** What becomes of unsaved changes on this device when their author signs out? They are asked. */

import { lazy, type ReactNode, Suspense, useState } from 'react';

import type { Draft } from '@/lib/client/drafts/draft';
import { endAllDrafts, keepAllDrafts } from '@/lib/client/drafts/draft-keeper';
import { draftsOnDevice } from '@/lib/client/drafts/this-device';
import { useAction } from '@/lib/client/use-action';
import type { Action, ActionError } from '@/lib/contract';

import { leaveWithoutAsking } from './leave-guard';

const SignOutQuestion = lazy(async () => ({
  default: (await import('./sign-out-question')).SignOutQuestion,
}));

export interface SigningOut {
  start: () => void;
  busy: boolean;
  error: ActionError | null;
  /** Stands anywhere on the page. */
  question: ReactNode;
}

export function useSignOut(signOut: Action<unknown, unknown>, userId: string): SigningOut {
  const [asked, setAsked] = useState<readonly Draft[] | null>(null);
  const leaving = useAction(signOut, async (_, { discard }: { discard: readonly Draft[] }) => {
    if (discard.length > 0) {
      endAllDrafts();
      await draftsOnDevice().remove(discard.map(({ id }) => id));
    }
    leaveWithoutAsking();
    // A full load: nothing that this account fetched stays in memory.
    window.location.assign('/sign-in');
  });

  async function start() {
    await keepAllDrafts();
    const drafts = await draftsOnDevice().list(userId);
    if (drafts.length > 0) setAsked(drafts);
    else leaving.run({ discard: [] });
  }
  function go(discard: readonly Draft[]) {
    setAsked(null);
    leaving.run({ discard });
  }

  const question = asked && (
    <Suspense fallback={null}>
      <SignOutQuestion
        drafts={asked}
        onCancel={() => setAsked(null)}
        onKeep={() => go([])}
        onDiscard={() => go(asked)}
      />
    </Suspense>
  );
  return { start: () => void start(), busy: leaving.busy, error: leaving.error, question };
}
