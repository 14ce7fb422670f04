'use client';
/** Which agents are wanted? A menu for each field; what is set says so, and can be taken off. */

import { ArrowDownUp, ChevronDown, X } from 'lucide-react';
import { lazy, type RefObject } from 'react';

import { ActionMenu } from '@/components/ui/action-menu';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { OnceWanted } from '@/components/ui/once-wanted';
import { usePanelButton } from '@/components/ui/use-panel-button';
import { type AgentView, fieldsSet, NO_FILTER, without } from '@/lib/client/agent-filter';
import { useFacet } from '@/lib/client/use-facet';
import type { AgentSort, FacetField } from '@/lib/contract';

import { BAR_FIELDS, FIELD_WORDS, summaryOf } from './filter-words';
import { SORT_WORDS } from './sort-words';

const loadValues = () => import('./filter-panel');
const FilterPanel = lazy(async () => ({ default: (await loadValues()).FilterPanel }));
const loadDates = () => import('./changed-panel');
const ChangedPanel = lazy(async () => ({ default: (await loadDates()).ChangedPanel }));

export interface FilterBarProps {
  workspace: string;
  view: AgentView;
  onShow: (view: AgentView) => void;
  /** Where F brings the focus. */
  bar: RefObject<HTMLElement | null>;
}

export function FilterBar({ workspace, view, onShow, bar }: FilterBarProps) {
  const set = fieldsSet(view.filter).filter((field) => field !== 'query');
  return (
    <section
      ref={bar}
      aria-label="Filters"
      className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-4 max-md:h-13 max-md:overflow-x-auto max-md:px-3"
    >
      {BAR_FIELDS.map((field) => (
        <FieldFilter key={field} {...{ workspace, view, onShow, field }} isSet={set.includes(field)} />
      ))}
      {set.length > 0 && (
        <Button
          tone="quiet"
          size="dense"
          className="max-md:h-10"
          onClick={() => onShow({ ...view, filter: { ...NO_FILTER, query: view.filter.query } })}
        >
          Clear all
        </Button>
      )}
      <SortMenu view={view} onShow={onShow} />
    </section>
  );
}

interface FieldFilterProps extends Omit<FilterBarProps, 'bar'> {
  field: FacetField;
  isSet: boolean;
}

function FieldFilter({ workspace, view, onShow, field, isSet }: FieldFilterProps) {
  const isChanged = field === 'changed';
  const { button, panel } = usePanelButton(isChanged ? 'dialog' : 'menu', isChanged ? loadDates : loadValues);
  // The names of people are known from here only.
  const facet = useFacet(workspace, view, field, panel.open || (isSet && field === 'people'));
  const summary = summaryOf(view.filter, field, facet.data);
  return (
    <span
      className={classNames(
        'flex shrink-0 rounded-md border',
        isSet ? 'border-accent bg-accent-soft text-accent' : 'border-transparent',
      )}
    >
      <button
        type="button"
        {...button}
        className={classNames(
          'flex h-6.5 max-w-64 items-center gap-1 rounded-md px-2 hover:bg-hover max-md:h-9.5',
          isSet ? 'font-medium' : 'text-soft hover:text-ink',
        )}
      >
        <span className="truncate">
          {FIELD_WORDS[field]}
          {isSet && `: ${summary}`}
        </span>
        <ChevronDown className="size-3 shrink-0" aria-hidden="true" />
      </button>
      {isSet && (
        <button
          type="button"
          aria-label={`Clear ${FIELD_WORDS[field]}`}
          onClick={() => onShow({ ...view, filter: without(view.filter, field) })}
          className="grid w-6 place-items-center rounded-md hover:bg-hover max-md:w-9"
        >
          <X className="size-3.5" aria-hidden="true" />
        </button>
      )}
      <OnceWanted wanted={panel.open}>
        {field === 'changed' ? (
          <ChangedPanel {...panel} facet={facet} view={view} onShow={onShow} />
        ) : (
          <FilterPanel {...panel} facet={facet} field={field} view={view} onShow={onShow} />
        )}
      </OnceWanted>
    </span>
  );
}

function SortMenu({ view, onShow }: Pick<FilterBarProps, 'view' | 'onShow'>) {
  const sorts = Object.entries(SORT_WORDS) as [AgentSort, string][];
  return (
    <ActionMenu
      tone="quiet"
      size="dense"
      className="ml-auto max-md:h-10"
      icon={<ArrowDownUp className="size-3.5 text-soft" aria-hidden="true" />}
      aria-label={`Order: ${SORT_WORDS[view.sort]}`}
      actions={sorts.map(([sort, label]) => ({ label, onSelect: () => onShow({ ...view, sort }) }))}
    >
      <span className="text-soft">{SORT_WORDS[view.sort]}</span>
    </ActionMenu>
  );
}
