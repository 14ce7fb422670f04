'use client';
/** Which events of the audit? By person, event, outcome, days, and by a name that they are about. */

import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { AuditFilter, RecordedPerson } from '@/lib/contract';

import { ALL } from './filter-words';
import { PersonFilter } from './person-filter';

export interface AuditFiltersProps {
  people: readonly RecordedPerson[];
  events: readonly { event: string; label: string }[];
  filter: Omit<AuditFilter, 'before'>;
  onShow: (changes: Record<string, string | null>) => void;
}

const OUTCOMES = [
  { value: ALL, label: 'Any outcome' },
  { value: 'done', label: 'Done' },
  { value: 'denied', label: 'Denied' },
  { value: 'failed', label: 'Failed' },
];

export function AuditFilters({ people, events, filter, onShow }: AuditFiltersProps) {
  const set = (name: string) => (value: string | null) => onShow({ [name]: value === ALL ? null : value });
  const isSet = Object.values(filter).some(Boolean);
  const isListed = !filter.event || events.some(({ event }) => event === filter.event);
  return (
    <section
      aria-label="Filters"
      className="grid shrink-0 grid-cols-2 items-center gap-2 border-b border-line px-4 py-1.5 md:flex md:flex-wrap"
    >
      <NameSearch value={filter.q ?? ''} onSearch={set('q')} />
      <div className="min-w-0 md:w-44">
        <PersonFilter className="w-full" people={people} value={filter.by ?? null} onChange={set('by')} />
      </div>
      <div className="min-w-0 md:w-52">
        <Select
          dense
          aria-label="Event"
          value={filter.event ?? ALL}
          onValueChange={set('event')}
          options={[
            { value: ALL, label: 'Any event' },
            ...(isListed ? [] : [{ value: filter.event ?? '', label: filter.event ?? '' }]),
            ...events.map(({ event, label }) => ({ value: event, label })),
          ]}
        />
      </div>
      <div className="min-w-0 max-md:col-span-2 md:w-36">
        <Select
          dense
          aria-label="Outcome"
          value={filter.outcome ?? ALL}
          onValueChange={set('outcome')}
          options={OUTCOMES}
        />
      </div>
      <Day label="From" value={filter.from} onChange={set('from')} />
      <Day label="To" value={filter.to} onChange={set('to')} />
      {isSet && (
        <Button
          tone="quiet"
          size="dense"
          className="max-md:col-span-2 max-md:justify-self-start"
          onClick={() => onShow(Object.fromEntries(Object.keys(filter).map((name) => [name, null])))}
        >
          Clear all
        </Button>
      )}
    </section>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  onChange: (day: string | null) => void;
}

function Day({ label, value = '', onChange }: DayProps) {
  const [day, setDay] = useState(value);
  return (
    <label className="flex min-w-0 items-center gap-1.5 text-soft">
      {label}
      <input
        type="date"
        value={day}
        onChange={(event) => {
          setDay(event.target.value);
          // While a date is typed, its years are those of long ago.
          if (event.target.value === '' || event.target.value >= '2000') onChange(event.target.value);
        }}
        className="control-box h-7 min-w-0 px-2 text-ui! max-md:flex-1"
      />
    </label>
  );
}

function NameSearch({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  function submit(event: FormEvent) {
    event.preventDefault();
    onSearch(text.trim());
  }
  return (
    <form role="search" onSubmit={submit} className="max-md:col-span-2 md:w-44">
      <Input
        dense
        type="search"
        aria-label="Search by the name of an agent, a merge or a person"
        placeholder="Search names"
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
