'use client';
/** Which file is this source, does it load, and does the result follow its order? */

import Link from 'next/link';

import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';

import { useBoard } from '../board-context';
import { Letter } from '../letter';

export function SourceHead() {
  const { workspace, board, sources, shownSource, decisions, canEdit, acts } = useBoard();
  const source = sources.get(shownSource);
  const pinned = board.sources.find(({ agentId }) => agentId === shownSource);
  if (!source) return null;
  const repeats = source.repeats ? sources.get(source.repeats) : null;
  const followed = decisions.findLast((decision) => decision.kind === 'skeleton');
  const isFollowed = followed?.source === shownSource;
  return (
    <div className="min-w-0">
      <div className="flex min-w-0 items-center gap-2">
        <Letter letter={source.letter} />
        {pinned?.gone ? (
          <span className="truncate font-mono text-code font-medium">{pinned.title}</span>
        ) : (
          <Link
            href={`/w/${workspace}/agents/${shownSource}`}
            prefetch={false}
            className="truncate rounded-sm font-mono text-code font-medium hover:underline"
          >
            {pinned?.title ?? source.name ?? 'without a name'}
          </Link>
        )}
        {pinned && <span className="shrink-0 text-small text-soft">v{pinned.versionNumber}</span>}
        {canEdit && (
          <Button
            size="dense"
            tone="quiet"
            aria-pressed={isFollowed}
            className="ml-auto text-small! text-soft"
            title="The result takes the headings and the order of this source"
            onClick={() =>
              isFollowed && followed
                ? acts.withdraw('The order is free again', followed)
                : acts.decide(`The order of ${source.letter} is followed`, {
                    kind: 'skeleton',
                    source: shownSource,
                  })
            }
          >
            {isFollowed ? 'Its order is followed' : 'Follow its order'}
          </Button>
        )}
      </div>
      {repeats && (
        <p className="mt-1 text-small text-soft">Says exactly what {repeats.letter} says: it adds nothing.</p>
      )}
      {!source.loads && (
        <p className="mt-1 text-small">
          <Status tone="bad">Does not load</Status>{' '}
          <span className="text-soft">{source.problem} What it says was read all the same.</span>
        </p>
      )}
    </div>
  );
}
