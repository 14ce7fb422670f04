'use client';
/** Which source is shown? Letters side by side; a list when there are many. */

import { ChevronLeft, ChevronRight } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';

import { useBoard } from '../board-context';
import { Letter } from '../letter';

/** More letters than this do not fit in two lines. */
const MOST_LETTERS = 16;

export function SourcePicker() {
  const { board, shownSource, acts } = useBoard();
  const { sources } = board.proposal;
  if (sources.length > MOST_LETTERS) return <LongPicker />;
  return (
    <div role="group" aria-label="Which source" className="flex flex-wrap gap-1.5">
      {sources.map(({ id, letter, name, loads }) => {
        const isShown = id === shownSource;
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isShown}
            aria-label={`Source ${letter}: ${name ?? 'without a name'}${loads ? '' : ', does not load'}`}
            data-light={`source:${id}`}
            onClick={() => acts.showSource(id)}
            className={classNames(
              'grid h-7 min-w-7 place-items-center rounded-md border px-1 max-md:size-10',
              'data-lit:outline-2 data-lit:outline-offset-0 data-lit:outline-accent',
              isShown ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover',
            )}
          >
            <Letter letter={letter} />
          </button>
        );
      })}
    </div>
  );
}

function LongPicker() {
  const { board, shownSource, acts } = useBoard();
  const { sources } = board.proposal;
  const at = sources.findIndex(({ id }) => id === shownSource);
  const go = (by: number) => {
    const next = sources[(at + by + sources.length) % sources.length];
    if (next) acts.showSource(next.id);
  };
  return (
    <div className="flex gap-1">
      <Select
        dense
        aria-label="Which source"
        value={shownSource}
        onValueChange={acts.showSource}
        options={sources.map(({ id, letter, name, loads }) => ({
          value: id,
          label: `${letter}  ${name ?? 'without a name'}`,
          detail: loads ? undefined : 'Does not load',
        }))}
      />
      <IconButton
        size="dense"
        label="Previous source"
        icon={<ChevronLeft className="size-4" />}
        onClick={() => go(-1)}
      />
      <IconButton
        size="dense"
        label="Next source"
        icon={<ChevronRight className="size-4" />}
        onClick={() => go(1)}
      />
    </div>
  );
}
