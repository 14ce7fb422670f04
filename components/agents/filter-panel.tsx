'use client';
/** Which values of this field? A menu of them with how many agents have each; it stays open while one chooses. */

import type { UseQueryResult } from '@tanstack/react-query';

import { MenuCheck, MenuChoice, MenuGroup, MenuPanel, MenuSeparator } from '@/components/ui/menu';
import { formatCount } from '@/components/ui/numbers';
import { Skeleton } from '@/components/ui/skeleton';
import type { OfButton } from '@/components/ui/use-panel-button';
import type { AgentView } from '@/lib/client/agent-filter';
import type { AgentFilter, FacetField, FacetValue } from '@/lib/contract';

import { FIELD_WORDS, valuesOf, withValue, wordOf } from './filter-words';

export interface FilterPanelProps extends OfButton {
  field: Exclude<FacetField, 'changed'>;
  facet: Pick<UseQueryResult<FacetValue[]>, 'data' | 'error'>;
  view: AgentView;
  onShow: (view: AgentView) => void;
}

const STATUSES = ['loads', 'hidden', 'broken'];
const PLACES = ['in-use', 'archived', 'bin'] as const;

export function FilterPanel({ field, facet, view, onShow, ...panel }: FilterPanelProps) {
  const { data, error } = facet;
  return (
    <MenuPanel {...panel} className="max-h-[min(24rem,var(--available-height))]">
      {error && <p className="px-2 py-1.5 text-bad">{error.message}</p>}
      {!data && !error && <PanelSkeleton />}
      {data && <Values field={field} facet={data} view={view} onShow={onShow} />}
    </MenuPanel>
  );
}

type ValuesProps = Pick<FilterPanelProps, 'field' | 'view' | 'onShow'> & { facet: FacetValue[] };

function Values({ field, facet, view, onShow }: ValuesProps) {
  const chosen = valuesOf(view.filter, field);
  const countOf = (value: string) => facet.find((each) => each.value === value)?.count ?? 0;
  // What is chosen stays in the list even when nothing has it under the other filters.
  const offered = facet.map(({ value }) => value);
  const values =
    field === 'status' ? STATUSES : [...offered, ...chosen.filter((each) => !offered.includes(each))];
  const choose = (value: string, isChosen: boolean) =>
    onShow({ ...view, filter: withValue(view.filter, field, value, isChosen) });
  if (values.length === 0)
    return <p className="px-2 py-1.5 text-soft">{NOTHING[field] ?? 'Nothing here.'}</p>;
  return (
    <>
      <MenuGroup label={FIELD_WORDS[field]}>
        {values.map((value) => (
          <MenuCheck
            key={value}
            checked={chosen.includes(value)}
            onCheckedChange={(isChosen) => choose(value, isChosen)}
            aside={formatCount(countOf(value))}
          >
            {wordOf(field, value, facet)}
          </MenuCheck>
        ))}
      </MenuGroup>
      {field === 'status' && <Places view={view} onShow={onShow} countOf={countOf} />}
    </>
  );
}

const NOTHING: Partial<Record<FacetField, string>> = {
  tags: 'No tags here. Give some from the menu of a row.',
  problems: 'No problems here.',
};

function Places(props: Pick<FilterPanelProps, 'view' | 'onShow'> & { countOf: (value: string) => number }) {
  const { view, onShow, countOf } = props;
  return (
    <>
      <MenuSeparator />
      <MenuChoice<AgentFilter['place']>
        label="Where"
        value={view.filter.place}
        onValueChange={(place) => onShow({ ...view, filter: { ...view.filter, place } })}
        options={PLACES.map((place) => ({
          value: place,
          label: wordOf('status', place),
          ...(place !== 'in-use' && { aside: formatCount(countOf(place)) }),
        }))}
      />
    </>
  );
}

function PanelSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-3 p-2">
      {['w-32', 'w-24', 'w-40', 'w-28'].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  );
}
