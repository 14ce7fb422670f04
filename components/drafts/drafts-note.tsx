'use client';
/** Which agents have unsaved changes on this device? A quiet line over the list. */

import { FileClock } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';

import { useShell } from '@/components/shell/shell-context';
import type { Draft } from '@/lib/client/drafts/draft';
import { listLeft } from '@/lib/client/drafts/left-drafts';

import { unsavedWords } from './unsaved-words';

const DraftsDialog = lazy(async () => ({ default: (await import('./drafts-dialog')).DraftsDialog }));

export function DraftsNote({ workspace }: { workspace: string }) {
  const userId = useShell().user?.id;
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    let isHere = true;
    async function look(person: string) {
      const left = (await listLeft(person)).map(({ draft }) => draft);
      if (isHere) setDrafts(left.filter((draft) => draft.workspace === workspace));
    }
    if (userId) void look(userId);
    return () => {
      isHere = false;
    };
  }, [userId, workspace]);

  if (drafts.length === 0) return null;
  return (
    <section
      aria-label="Unsaved changes"
      className="flex shrink-0 items-center gap-2 border-b border-line bg-sunken px-4 py-1.5 text-soft"
    >
      <FileClock className="size-4 shrink-0" aria-hidden="true" />
      <p className="min-w-0">{unsavedWords(drafts)} on this device.</p>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="rounded-sm text-accent underline underline-offset-2"
      >
        Show
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <DraftsDialog
            drafts={drafts}
            onClose={() => setOpen(false)}
            onGone={({ id }) => setDrafts((all) => all.filter((draft) => draft.id !== id))}
          />
        </Suspense>
      )}
    </section>
  );
}
