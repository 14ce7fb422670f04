'use client';

/** Which clusters are wanted? Tiers, the least score, hidden agents, the order. */

import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { formatCount } from '@/components/ui/numbers';
import { Select } from '@/components/ui/select';
import type { DuplicateCluster } from '@/lib/contract';
import type { Tier } from '@/lib/similarity';

import type { Filters, Sort } from './model/filters';
import { TIER_ORDER, TIER_WORDS } from './model/score-words';

const SORT_OPTIONS: readonly { value: Sort; label: string }[] = [
  { value: 'saving', label: 'Most saved first' },
  { value: 'hidden', label: 'Most hidden first' },
  { value: 'score', label: 'Most alike first' },
  { value: 'size', label: 'Largest first' },
  { value: 'title', label: 'By name' },
];

const LEAST = [0, 60, 70, 80, 90];

export interface FilterBarProps {
  filters: Filters;
  onChange: (more: Partial<Filters>) => void;
  clusters: readonly DuplicateCluster[];
  /** How many pairs were called not duplicates. */
  dismissed: number;
}

export function FilterBar({ filters, onChange, clusters, dismissed }: FilterBarProps) {
  return (
    <section
      aria-label="Filters"
      className="flex shrink-0 items-center gap-x-3 gap-y-2 border-b border-line px-4 py-1.5 max-md:overflow-x-auto max-md:px-3 md:flex-wrap"
    >
      {!filters.apart && (
        <>
          <Tiers filters={filters} onChange={onChange} clusters={clusters} />
          <Least filters={filters} onChange={onChange} />
          <Checkbox
            label="Hidden agents only"
            checked={filters.hidden}
            onChange={(event) => onChange({ hidden: event.target.checked })}
            className="shrink-0 whitespace-nowrap max-md:min-h-10 max-md:items-center"
          />
        </>
      )}
      <div className="flex shrink-0 items-center gap-2 md:ml-auto">
        {!filters.apart && (
          <Select
            dense
            aria-label="Order"
            options={SORT_OPTIONS}
            value={filters.sort}
            onValueChange={(sort) => onChange({ sort })}
            className="w-40! shrink-0 border-line! max-md:h-10!"
          />
        )}
        <Toggle pressed={filters.apart} count={dismissed} onPress={() => onChange({ apart: !filters.apart })}>
          Not duplicates
        </Toggle>
      </div>
    </section>
  );
}

function Tiers({ filters, onChange, clusters }: Pick<FilterBarProps, 'filters' | 'onChange' | 'clusters'>) {
  function toggle(tier: Tier) {
    const isOn = filters.tiers.includes(tier);
    onChange({ tiers: TIER_ORDER.filter((each) => (each === tier ? !isOn : filters.tiers.includes(each))) });
  }
  return (
    <div role="group" aria-label="Kinds of likeness" className="flex shrink-0 gap-1">
      {TIER_ORDER.map((tier) => (
        <Toggle
          key={tier}
          pressed={filters.tiers.includes(tier)}
          count={clusters.filter((cluster) => cluster.tier === tier).length}
          title={TIER_WORDS[tier].meaning}
          onPress={() => toggle(tier)}
        >
          {TIER_WORDS[tier].label}
        </Toggle>
      ))}
    </div>
  );
}

function Least({ filters, onChange }: Pick<FilterBarProps, 'filters' | 'onChange'>) {
  const steps = LEAST.includes(filters.least) ? LEAST : [...LEAST, filters.least].sort((a, b) => a - b);
  return (
    <Select
      dense
      aria-label="Least score"
      options={steps.map((step) => ({
        value: String(step),
        label: step === 0 ? 'Any score' : `${step} % and more`,
      }))}
      value={String(filters.least)}
      onValueChange={(least) => onChange({ least: Number(least) })}
      className="w-32! shrink-0 border-line! max-md:h-10!"
    />
  );
}

interface ToggleProps {
  pressed: boolean;
  count: number;
  title?: string;
  onPress: () => void;
  children: string;
}

function Toggle({ pressed, count, title, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={title}
      onClick={onPress}
      className={classNames(
        'flex h-7 shrink-0 items-center gap-1.5 rounded-md border px-2 whitespace-nowrap transition-colors max-md:h-10',
        pressed
          ? 'border-accent bg-accent-soft font-medium text-accent'
          : 'border-line text-ink hover:bg-hover',
      )}
    >
      <span className="inline-block first-letter:uppercase">{children}</span>
      <span className={pressed ? undefined : 'text-soft'}>{formatCount(count)}</span>
    </button>
  );
}
