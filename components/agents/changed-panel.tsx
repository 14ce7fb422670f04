'use client';
/** Changed when? A period up to now, or the days between which. */

import type { UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';

import { formatCount } from '@/components/ui/numbers';
import { PopoverPanel } from '@/components/ui/popover-panel';
import { RadioGroup } from '@/components/ui/radio-group';
import type { OfButton } from '@/components/ui/use-panel-button';
import type { AgentView } from '@/lib/client/agent-filter';
import type { AgentFilter, FacetValue } from '@/lib/contract';

import { wordOf } from './filter-words';

export interface ChangedPanelProps extends OfButton {
  facet: Pick<UseQueryResult<FacetValue[]>, 'data'>;
  view: AgentView;
  onShow: (view: AgentView) => void;
}

type Period = NonNullable<AgentFilter['period']>;
const PERIODS: Period[] = ['1d', '7d', '30d'];

export function ChangedPanel({ facet, view, onShow, ...panel }: ChangedPanelProps) {
  const name = useId();
  const { filter } = view;
  const change = (more: Partial<AgentFilter>) => onShow({ ...view, filter: { ...filter, ...more } });
  return (
    <PopoverPanel {...panel} title="Changed">
      <RadioGroup
        name={name}
        value={filter.period ?? 'any'}
        onValueChange={(value) => change({ period: value === 'any' ? null : (value as Period) })}
        options={[
          { value: 'any', label: 'At any time' },
          ...PERIODS.map((value) => {
            const count = facet.data?.find((each) => each.value === value)?.count;
            const word = wordOf('changed', value);
            const label = `${word[0]?.toUpperCase()}${word.slice(1)}`;
            return { value, label: count === undefined ? label : `${label} · ${formatCount(count)}` };
          }),
        ]}
      />
      <div className="mt-3 grid grid-cols-[auto_1fr] items-center gap-2">
        <DayInput label="Since" value={filter.after} onChange={(after) => change({ after })} />
        <DayInput label="Before" value={filter.before} onChange={(before) => change({ before })} />
      </div>
      <p className="mt-2 text-small text-soft">Days as they are in UTC.</p>
    </PopoverPanel>
  );
}

interface DayInputProps {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
}

function DayInput({ label, value, onChange }: DayInputProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value ?? ''}
        min="1971-01-01"
        max="9999-12-31"
        onChange={(event) => onChange(event.target.validity.valid ? event.target.value || null : null)}
        className="control-box h-8 px-2 max-md:h-10"
      />
    </>
  );
}
