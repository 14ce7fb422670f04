'use client';
/** Which names, in which order? Typed one after the other; Enter or a comma adds, Backspace takes the last away. */

import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';

import { classNames } from './class-names';
import { useFieldWiring } from './field';

export interface TagInputProps {
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
  /** Offered while typing; any other value is taken too. */
  suggestions?: readonly string[];
  placeholder?: string;
  disabled?: boolean;
  'aria-label'?: string;
  className?: string;
}

export function TagInput(props: TagInputProps) {
  const { values, onValuesChange, suggestions, placeholder, disabled, className } = props;
  const [draft, setDraft] = useState('');
  const wiring = useFieldWiring();
  const list = useId();

  function add(text: string) {
    const fresh = text
      .split(',')
      .map((part) => part.trim())
      .filter((part, at, all) => part !== '' && !values.includes(part) && all.indexOf(part) === at);
    setDraft('');
    if (fresh.length > 0) onValuesChange([...values, ...fresh]);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && draft.trim() !== '') {
      event.preventDefault();
      add(draft);
    } else if (event.key === 'Backspace' && draft === '' && values.length > 0) {
      onValuesChange(values.slice(0, -1));
    }
  }

  return (
    <div
      className={classNames(
        'flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-control bg-surface px-1 py-0.75 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent',
        disabled && 'border-line! bg-sunken!',
        className,
      )}
    >
      {values.map((value) => (
        <span
          key={value}
          className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-sm bg-hover pl-1.5 font-mono text-code"
        >
          <span className="truncate">{value}</span>
          <button
            type="button"
            disabled={disabled}
            aria-label={`Remove ${value}`}
            onClick={() => onValuesChange(values.filter((other) => other !== value))}
            className="grid size-6 shrink-0 place-items-center rounded-sm text-soft hover:text-ink focus-visible:-outline-offset-2"
          >
            <X className="size-3" aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        {...wiring}
        aria-label={props['aria-label']}
        value={draft}
        disabled={disabled}
        placeholder={values.length === 0 ? placeholder : undefined}
        list={suggestions ? list : undefined}
        onChange={(event) =>
          event.target.value.includes(',') ? add(event.target.value) : setDraft(event.target.value)
        }
        onKeyDown={press}
        onBlur={() => add(draft)}
        className="h-6 min-w-24 flex-1 bg-transparent px-1.5 text-touch focus-visible:outline-none md:text-ui"
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  );
}
