'use client';
/** Whose doings? */

import { Select } from '@/components/ui/select';
import type { RecordedPerson } from '@/lib/contract';

import { ALL } from './filter-words';

export interface PersonFilterProps {
  people: readonly RecordedPerson[];
  /** Null: everybody's. */
  value: string | null;
  onChange: (userId: string | null) => void;
  className?: string;
}

export function PersonFilter({ people, value, onChange, className = 'w-44' }: PersonFilterProps) {
  const isListed = value === null || people.some(({ userId }) => userId === value);
  return (
    <Select
      dense
      aria-label="Person"
      className={className}
      value={value ?? ALL}
      onValueChange={(next) => onChange(next === ALL ? null : next)}
      options={[
        { value: ALL, label: 'Everybody' },
        ...(isListed ? [] : [{ value: value ?? '', label: 'Somebody who left' }]),
        ...people.map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
    />
  );
}
