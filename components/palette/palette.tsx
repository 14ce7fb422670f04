'use client';
/** Where to, or what to do? One line finds any agent, page or action, by the keyboard alone. */

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';

import { dialogClasses } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

import { earlyTyping } from './early-typing';
import { type Entry, type EntryGroup, useEntries } from './entries';

export interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function Palette({ open, onOpenChange }: PaletteProps) {
  const input = useRef<HTMLInputElement>(null);
  /** What was chosen; it runs when the palette is gone and the focus is back where it was. */
  const chosen = useRef<Entry | null>(null);

  function choose(entry: Entry) {
    chosen.current = entry;
    onOpenChange(false);
  }
  function afterwards(isOpen: boolean) {
    if (isOpen) return;
    const { current } = chosen;
    chosen.current = null;
    current?.run();
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={afterwards}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogClasses.veil} />
        <Dialog.Viewport className="fixed inset-0 z-40 grid items-start justify-items-center md:px-6 md:pt-[12dvh]">
          <Dialog.Popup
            initialFocus={input}
            aria-label="Palette"
            className="floating flex max-h-dvh w-full flex-col overflow-hidden max-md:h-dvh max-md:rounded-none! md:max-h-[70dvh] md:max-w-160"
          >
            <Finder input={input} open={open} onChoose={choose} onClose={() => onOpenChange(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface FinderProps {
  input: React.RefObject<HTMLInputElement | null>;
  open: boolean;
  onChoose: (entry: Entry) => void;
  onClose: () => void;
}

function Finder({ input, open, onChoose, onClose }: FinderProps) {
  const [query, setQuery] = useState('');
  const { find, isWaiting, error } = useEntries(open);
  const groups = useMemo(() => find(query), [find, query]);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Autocomplete.Root
      inline
      open
      items={groups}
      filter={null}
      value={query}
      onValueChange={setQuery}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={(entry: Entry) => entry.label}
    >
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Search className="size-4 shrink-0 text-soft" aria-hidden="true" />
        <Autocomplete.Input
          ref={input}
          aria-label="Go to an agent, page or action"
          placeholder="Go to an agent, page or action"
          spellCheck={false}
          onFocus={() => {
            const typed = earlyTyping.end();
            if (typed) setQuery((query) => query + typed);
          }}
          onKeyDown={(event) => {
            if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
              event.preventDefault();
              onClose();
            }
          }}
          className="h-full min-w-0 flex-1 bg-transparent text-prose outline-none max-md:text-touch"
        />
        <Dialog.Close aria-label="Close" className="rounded-sm">
          <Kbd keys="Esc" />
        </Dialog.Close>
      </div>
      <Autocomplete.Status className="sr-only">
        {count === 0 ? 'Nothing found' : `${count} found`}
      </Autocomplete.Status>
      {error && <p className="px-4 pt-3 text-bad">The agents could not be fetched. {error.message}</p>}
      {count === 0 && !isWaiting && (
        <p className="px-4 py-8 text-center text-soft">
          Nothing is called “{query.trim()}”. The search of the list looks into descriptions and bodies, too.
        </p>
      )}
      <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5 empty:hidden">
        {(group: EntryGroup) => (
          <Autocomplete.Group key={group.label} items={group.items} className="pb-1.5">
            <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-1 text-small text-soft">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: Entry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  onClick={() => onChoose(entry)}
                  className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 select-none data-highlighted:bg-accent-soft max-md:h-11"
                >
                  <EntryContent {...entry} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function EntryContent({ icon, label, aside, keys }: Entry) {
  return (
    <>
      <span className="grid size-4 shrink-0 place-items-center text-soft *:size-4" aria-hidden="true">
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {aside && <span className="shrink-0 text-small text-soft">{aside}</span>}
      {keys && (
        <span className="flex shrink-0 gap-1 max-md:hidden" aria-hidden="true">
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}
        </span>
      )}
    </>
  );
}
