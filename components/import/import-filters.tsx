'use client';
/** Which files are shown? By what they are, each with its count, and by words. */

import { Search } from 'lucide-react';

import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { formatCount } from '@/components/ui/numbers';

import { countStates, type ImportRow, type RowState } from './model/import-rows';
import { STATE_WORDS, STATES } from './model/row-words';

export interface ImportFiltersProps {
  rows: readonly ImportRow[];
  state: RowState | null;
  onState: (state: RowState | null) => void;
  words: string;
  onWords: (words: string) => void;
}

export function ImportFilters({ rows, state, onState, words, onWords }: ImportFiltersProps) {
  const counts = countStates(rows);
  const present = STATES.filter((each) => counts.has(each));
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <div role="group" aria-label="Results" className="flex min-w-0 flex-wrap gap-1">
        <Chip pressed={state === null} count={rows.length} onPress={() => onState(null)}>
          All
        </Chip>
        {present.map((each) => (
          <Chip
            key={each}
            pressed={state === each}
            count={counts.get(each) ?? 0}
            onPress={() => onState(state === each ? null : each)}
          >
            {STATE_WORDS[each].many}
          </Chip>
        ))}
      </div>
      <search className="relative ml-auto w-56 max-md:w-full">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-soft"
        />
        <Input
          dense
          aria-label="Search the files"
          placeholder="Search path, name, reason"
          value={words}
          onChange={(event) => onWords(event.target.value)}
          className="border-line! pl-8 max-md:h-10"
        />
      </search>
    </div>
  );
}

interface ChipProps {
  pressed: boolean;
  count: number;
  onPress: () => void;
  children: string;
}

function Chip({ pressed, count, onPress, children }: ChipProps) {
  return (
    <Button
      size="dense"
      tone={pressed ? 'plain' : 'quiet'}
      aria-pressed={pressed}
      onClick={onPress}
      className="max-md:h-10"
    >
      <span className="first-letter:uppercase">{children}</span>
      <span className="text-soft">{formatCount(count)}</span>
    </Button>
  );
}
