'use client';
/** What does each source say, and what became of every instruction? One source at a time, searched and filtered. */

import { Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { Fate, LedgerEntry } from '@/lib/merge';

import { useBoard } from '../board-context';
import { FateFilter } from '../fate-filter';
import { fateWords } from '../model/board-words';
import { countFates, EVERYTHING, filterLedger } from '../model/ledger-filter';
import { MoreRow } from '../more-row';
import { usePaged } from '../use-paged';
import { SourceHead } from './source-head';
import { SourcePicker } from './source-picker';
import { UnitRow } from './unit-row';

export function SourceColumn() {
  const { shownSource, entries, wanted, lineOf, selection, canEdit, acts } = useBoard();
  const [query, setQuery] = useState('');
  const [fate, setFate] = useState<Fate | null>(null);
  const all = useMemo(
    () => byPart(filterLedger([...entries.values()], { ...EVERYTHING, source: shownSource })),
    [entries, shownSource],
  );
  const found = useMemo(() => filterLedger(all, { fate, query, source: null }), [all, fate, query]);
  const target = wanted?.kind === 'unit' ? wanted.id : null;
  const place = target === null ? -1 : found.findIndex(({ unit }) => unit === target);
  const { shown, more } = usePaged(found, place);

  // What one is led to must be on the page, whatever was looked for before.
  useEffect(() => {
    if (target !== null && place < 0) {
      setQuery('');
      setFate(null);
    }
  }, [target, place]);

  return (
    <section aria-label="Sources" className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-col gap-2 border-b border-line px-3 pt-2 pb-2">
        <SourcePicker />
        <SourceHead />
        <SearchLine value={query} onValueChange={setQuery} />
        <FateFilter counts={countFates(all)} value={fate} onValueChange={setFate} />
      </div>
      <ul data-rows aria-label="Instructions of the source" className="min-h-0 flex-1 overflow-y-auto py-1">
        {shown.map((entry, at) => (
          <UnitRow
            key={entry.unit}
            entry={entry}
            first={at === 0}
            headed={startsSection(shown[at - 1], entry)}
            fate={fateWords(entry.fate, entry.target && lineOf(entry.target.from))}
            selected={selection.has(entry.unit)}
            menu={canEdit}
            onMenu={acts.openMenu}
            onFollow={acts.follow}
            onSelect={canEdit ? acts.toggleSelected : undefined}
          />
        ))}
        {found.length === 0 && (
          <li className="px-4 py-8 text-center text-soft">
            {all.length === 0 ? 'This file has no instructions.' : 'Nothing in this source matches.'}
          </li>
        )}
        <MoreRow of={found.length} onMore={more} />
      </ul>
      {selection.size > 0 && <Selected />}
    </section>
  );
}

/** A part of the file begins: its fields, its description, its body. */
function startsSection(before: LedgerEntry | undefined, entry: LedgerEntry): string | null {
  return before?.part === entry.part ? null : PARTS[entry.part];
}

/** Fields may stand before and behind the description: here they stand together. */
const byPart = (found: LedgerEntry[]) =>
  Object.keys(PARTS).flatMap((part) => found.filter((entry) => entry.part === part));

const PARTS: Record<LedgerEntry['part'], string> = {
  'front-matter': 'Fields',
  description: 'Description',
  body: 'Body',
};

function SearchLine({ value, onValueChange }: { value: string; onValueChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <search className="relative">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-soft"
      />
      <input
        ref={input}
        data-board-search
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        aria-label="Search this source"
        aria-keyshortcuts="/"
        placeholder="Search this source"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (value === '') input.current?.blur();
          else onValueChange('');
        }}
        className="control-box h-7 w-full border-line! pr-2 pl-7 max-md:h-10"
      />
    </search>
  );
}

/** What can be done with several instructions at once. */
function Selected() {
  const { selection, acts } = useBoard();
  const units = [...selection].sort();
  const several = units.length > 1;
  return (
    <section
      aria-label="Selected instructions"
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-t border-line bg-raised px-2 py-1.5"
    >
      <IconButton
        label="Clear the selection"
        shortcut="Esc"
        side="top"
        size="dense"
        icon={<X className="size-4" />}
        onClick={acts.clearSelection}
      />
      <span className="mr-auto font-medium whitespace-nowrap">{units.length} selected</span>
      <Button
        size="dense"
        disabled={!several}
        title={several ? undefined : 'Select at least two instructions'}
        onClick={() => {
          acts.decide(`${units.length} fused`, { kind: 'fuse', units });
          acts.clearSelection();
        }}
      >
        Fuse
      </Button>
      <Button
        size="dense"
        disabled={!several}
        onClick={() => {
          acts.decide(`${units.length} separated`, { kind: 'split', units });
          acts.clearSelection();
        }}
      >
        Separate
      </Button>
      <Button size="dense" tone="danger" onClick={() => acts.openDrop(units)}>
        Drop…
      </Button>
    </section>
  );
}
