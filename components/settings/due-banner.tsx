/** Until when is this workspace still here? Over every page of one that is going to be deleted. */

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';

import { formatMinute } from '@/lib/client/time';
import type { WorkspaceSummary } from '@/lib/contract';

export interface DueBannerProps {
  workspace: WorkspaceSummary;
  dueAt: number;
  /** Whether this person can call it off. */
  canKeep: boolean;
}

export function DueBanner({ workspace, dueAt, canKeep }: DueBannerProps) {
  return (
    <section
      aria-label="Deletion"
      className="flex shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-attention-soft px-4 py-2"
    >
      <TriangleAlert className="size-4 shrink-0 text-attention" aria-hidden="true" />
      <p className="min-w-0 flex-1">
        {workspace.name} will be deleted on {formatMinute(dueAt)}. Until then it can be read and exported, and
        nothing in it changed.{' '}
        {canKeep ? (
          <Link href={`/w/${workspace.slug}/settings#delete`} className="underline underline-offset-2">
            Keep it, in the settings
          </Link>
        ) : (
          'An owner can call that off.'
        )}
      </p>
    </section>
  );
}
