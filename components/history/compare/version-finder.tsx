'use client';
/** Which version? Looked for by number, message, who saved it, and label. */

import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useDeferredValue, useState } from 'react';

import { ListFoot } from '@/components/ui/list-foot';
import { PopoverPanel } from '@/components/ui/popover-panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { OfButton } from '@/components/ui/use-panel-button';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import type { HistoryAgent, HistoryPage, HistoryRow } from '@/lib/contract';

import { LabelChip } from '../label-chip';
import { historyDataPath } from '../paths';

export interface VersionFinderProps extends OfButton {
  agent: HistoryAgent;
  title: string;
  /** The number of the version that is chosen now. */
  chosen: number;
  onChoose: (number: number) => void;
}

export function VersionFinder({ agent, title, chosen, onChoose, ...panel }: VersionFinderProps) {
  function choose(number: number) {
    panel.onOpenChange(false);
    if (number !== chosen) onChoose(number);
  }
  return (
    <PopoverPanel {...panel} title={title} align="start">
      <Finder agent={agent} chosen={chosen} onChoose={choose} />
    </PopoverPanel>
  );
}

type FinderProps = Pick<VersionFinderProps, 'agent' | 'chosen' | 'onChoose'>;

function Finder({ agent, chosen, onChoose }: FinderProps) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const list = useInfiniteQuery({
    queryKey: ['history', agent.workspace, agent.id, 'find', query],
    queryFn: ({ pageParam, signal }) =>
      requestJson<HistoryPage>(historyDataPath(agent, { before: pageParam, query }), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const versions = list.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <Autocomplete.Root
      inline
      open
      items={versions}
      filter={null}
      value={typed}
      onValueChange={setTyped}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={({ number }: HistoryRow) => `v${number}`}
    >
      <Autocomplete.Input
        aria-label="Find a version"
        placeholder="Number, message, name or label"
        spellCheck={false}
        maxLength={200}
        className="control-box mb-1.5 h-8 w-full px-2.5 max-md:h-10"
      />
      <Autocomplete.Status className="sr-only">
        {versions.length === 0 ? 'Nothing found' : `${versions.length} found`}
      </Autocomplete.Status>
      {list.isPending && <FinderSkeleton />}
      <div className="-mx-1.5 max-h-80 overflow-y-auto overscroll-contain">
        <Autocomplete.List className="empty:hidden">
          {(version: HistoryRow) => (
            <Autocomplete.Item
              key={version.versionId}
              value={version}
              onClick={() => onChoose(version.number)}
              className="cursor-default rounded-md px-1.5 py-1.5 select-none data-highlighted:bg-accent-soft max-md:py-2.5"
            >
              <Found version={version} isChosen={version.number === chosen} />
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
        {list.isSuccess && versions.length === 0 && (
          <p className="px-1.5 py-3 text-soft">{nothing(query, list.hasNextPage)}</p>
        )}
        <ListFoot list={list} what="The versions" more="Older versions" />
      </div>
    </Autocomplete.Root>
  );
}

const nothing = (query: string, hasMore: boolean): string =>
  hasMore
    ? `None of the newest versions has “${query}”. Look further below.`
    : `No version has “${query}” as its number, in its message or its labels, or was saved by such a name.`;

function Found({ version, isChosen }: { version: HistoryRow; isChosen: boolean }) {
  const { number, savedBy, savedAt, message, labels } = version;
  return (
    <>
      <span className="flex min-w-0 items-center gap-2">
        <span className="font-semibold">v{number}</span>
        <span className="min-w-0 truncate">{savedBy}</span>
        <TimeAgo time={savedAt} className="shrink-0 text-soft" />
        {isChosen && (
          <>
            <Check className="ml-auto size-3.5 shrink-0 text-accent" aria-hidden="true" />
            <span className="sr-only">chosen now</span>
          </>
        )}
      </span>
      {labels.length > 0 && (
        <span className="mt-0.5 flex flex-wrap gap-1">
          {labels.map((name) => (
            <LabelChip key={name} name={name} />
          ))}
        </span>
      )}
      {message && <span className="block truncate text-soft">{message}</span>}
    </>
  );
}

function FinderSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3 py-2">
      {['w-40', 'w-52', 'w-36'].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  );
}
