'use client';
/** The duplicates of a workspace: which agents are alike, why, and what to do about it. */

import { RefreshCw } from 'lucide-react';
import { type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';

import { SearchBox } from '@/components/agents/search-box';
import { Hint } from '@/components/hints/hint';
import { useHint } from '@/components/hints/use-hint';
import { PageHeader } from '@/components/shell/page-header';
import { KeyLine } from '@/components/shortcuts/key-line';
import { Button, ButtonLink } from '@/components/ui/button';
import { DUPLICATES_KEYS } from '@/lib/client/shortcuts/duplicates';
import { useDuplicates } from '@/lib/client/use-duplicates';
import type { DismissedPair, DuplicateCluster } from '@/lib/contract';

import { DuplicatesBody } from './duplicates-body';
import { FilterBar } from './filter-bar';
import type { CreateMergeAction } from './merge-dialog';
import { type Filters, filterClusters } from './model/filters';
import { Overlays } from './overlays';
import { SummaryLine } from './summary-line';
import { type ApartAction, useApart } from './use-apart';
import { useClusterKeys } from './use-cluster-keys';
import { useFilters } from './use-filters';
import { useOverlay } from './use-overlay';

const NONE: DuplicateCluster[] = [];

export interface DuplicatesPageProps {
  workspace: string;
  initialFilters: Filters;
  canMerge: boolean;
  canDismiss: boolean;
  /** As many as one merge takes; told by the page, so that the browser need not load the schemas. */
  maxSources: number;
  createMerge: CreateMergeAction;
  dismissDuplicates: ApartAction;
  undismissDuplicates: ApartAction;
}

export function DuplicatesPage(props: DuplicatesPageProps) {
  const { workspace, canMerge, canDismiss } = props;
  const { filters, change } = useFilters(props.initialFilters);
  const run = useDuplicates(workspace);
  const apart = useApart(workspace, props.dismissDuplicates, props.undismissDuplicates);
  const { overlay, open } = useOverlay();
  const hint = useHint('compare');
  useEffect(() => {
    if (overlay?.kind === 'pair') hint.done();
  }, [overlay, hint]);
  const search = useRef<HTMLInputElement>(null);

  const clusters = run.answer?.clusters ?? NONE;
  const applied = useDeferredValue(filters);
  const shown = useMemo(() => filterClusters(clusters, applied), [clusters, applied]);

  const { setApart } = apart;
  const onMerge = canMerge ? open.merge : undefined;
  const sayApart = useCallback(
    (cluster: DuplicateCluster) => {
      const [one, other, third] = cluster.members;
      if (one && other && !third) void setApart([[one.agentId, other.agentId]]);
      else open.setApart(cluster);
    },
    [setApart, open],
  );
  const onApart = canDismiss ? sayApart : undefined;
  const takeBack = ({ a, b }: DismissedPair) => void apart.takeBack([[a.agentId, b.agentId]]);

  const onFocused = (act: (cluster: DuplicateCluster) => void) => (id: string) => {
    const cluster = shown.find((each) => each.id === id);
    if (cluster) act(cluster);
  };
  useClusterKeys({
    onCompare: onFocused(open.compare),
    onMerge: onMerge && onFocused(onMerge),
    onApart: onApart && onFocused(onApart),
    onSearch: () => search.current?.focus(),
  });

  return (
    <>
      <Header
        workspace={workspace}
        search={search}
        query={filters.query}
        onQueryChange={(query) => change({ query })}
        run={run}
      />
      <FilterBar
        filters={filters}
        onChange={change}
        clusters={clusters}
        dismissed={run.answer?.dismissed.length ?? 0}
      />
      {!filters.apart && <SummaryLine workspace={workspace} run={run} shown={shown} />}
      <DuplicatesBody
        workspace={workspace}
        run={run}
        shown={shown}
        filters={filters}
        onFilter={change}
        onCompare={open.compare}
        onComparePair={({ a, b }) => open.comparePair({ agents: [a, b], pair: [0, 1] })}
        onMerge={onMerge}
        onApart={onApart}
        onTakeBack={canDismiss ? takeBack : undefined}
      />
      {shown.length > 0 && !filters.apart && (
        <section aria-label="What to do here">
          <Hint id="compare" className="shrink-0 border-t border-line px-4 py-1.5">
            Compare shows two members side by side, with the instructions that they share and those that only
            one has.
          </Hint>
        </section>
      )}
      {shown.length > 0 && !filters.apart && (
        <KeyLine keys={DUPLICATES_KEYS}>
          {!canMerge && 'You are a viewer here: you can compare, an editor can merge'}
        </KeyLine>
      )}
      <Overlays
        workspace={workspace}
        overlay={overlay}
        open={open}
        canMerge={canMerge}
        canDismiss={canDismiss}
        maxSources={props.maxSources}
        createMerge={props.createMerge}
        apart={apart}
      />
    </>
  );
}

interface HeaderProps {
  workspace: string;
  search: RefObject<HTMLInputElement | null>;
  query: string;
  onQueryChange: (query: string) => void;
  run: ReturnType<typeof useDuplicates>;
}

function Header({ workspace, search, query, onQueryChange, run }: HeaderProps) {
  return (
    <PageHeader
      title="Duplicates"
      middle={
        <SearchBox
          ref={search}
          label="Search clusters"
          placeholder="Search names, descriptions, reasons"
          value={query}
          onValueChange={onQueryChange}
        />
      }
      actions={
        <>
          <ButtonLink href={`/w/${workspace}/merges`}>Merges</ButtonLink>
          <Button icon={<RefreshCw className="size-4" />} busy={run.isWorking} onClick={run.repeat}>
            Compare again
          </Button>
        </>
      }
    />
  );
}
