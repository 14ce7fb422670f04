'use client';
/** What is looked for? `/` comes here, Escape empties it. */

import { Search } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';

import { Kbd } from '@/components/ui/kbd';

export interface SearchBoxProps {
  ref: RefObject<HTMLInputElement | null>;
  /** What is searched, for readers. */
  label?: string;
  placeholder?: string;
  value: string;
  onValueChange: (value: string) => void;
}

export function SearchBox({
  ref,
  label = 'Search agents',
  placeholder = 'Search name, description, text',
  value,
  onValueChange,
}: SearchBoxProps) {
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (value === '') event.currentTarget.blur();
    else onValueChange('');
  }
  return (
    <search className="relative w-full max-w-80 max-md:mb-2 max-md:max-w-none">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-soft"
      />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        maxLength={200}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={press}
        className="peer control-box h-8 w-full border-line! pr-8 pl-8 max-md:h-10"
      />
      {value === '' && (
        <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 peer-focus:hidden max-md:hidden">
          <Kbd keys="/" />
        </span>
      )}
    </search>
  );
}
