'use client';

/** Which merges are there? Drafts to go on with, and what was finished, to be read or undone. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { GitMerge, Plus } from 'lucide-react';
import Link from 'next/link';
import { lazy, useState } from 'react';
import { Avatar } from '@/components/people/avatar';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { formatCount } from '@/components/ui/numbers';
import { OnceWanted } from '@/components/ui/once-wanted';
import { Status, type Tone } from '@/components/ui/status';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import type { MergePage, MergeRow, MergeStatus } from '@/lib/contract';

import type { CreateMergeAction } from './use-create-merge';

const NewMergeDialog = lazy(async () => ({ default: (await import('./new-merge-dialog')).NewMergeDialog }));

export interface MergesPageProps {
  workspace: string;
  initial: MergePage;
  canEdit: boolean;
  /** The most sources of one merge; told by the page, so that the browser need not load the schemas. */
  mostSources: number;
  createMerge: CreateMergeAction;
}

export function MergesPage(props: MergesPageProps) {
  const { workspace, initial, canEdit } = props;
  const [isOpen, setOpen] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['merges', workspace],
    queryFn: ({ pageParam, signal }) =>
      requestJson<MergePage>(`/api/w/${workspace}/merges?offset=${pageParam}`, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    initialData: { pages: [initial], pageParams: [0] },
  });
  const merges = list.data.pages.flatMap((page) => page.merges);
  const begin = canEdit && (
    <Button
      tone="primary"
      icon={<Plus className="size-4" aria-hidden="true" />}
      onClick={() => setOpen(true)}
    >
      New merge
    </Button>
  );
  return (
    <>
      <PageHeader
        trail={[{ label: 'Duplicates', href: `/w/${workspace}/duplicates` }]}
        title="Merges"
        aside={merges.length > 0 && <span>{formatCount(merges.length)}</span>}
        actions={merges.length > 0 && begin}
      />
      <main className="min-h-0 flex-1 overflow-y-auto">
        {merges.length === 0 ? (
          <EmptyState icon={<GitMerge />} title="No merges yet" actions={begin}>
            A merge makes one agent of several and accounts for every instruction of each.{' '}
            {canEdit
              ? 'Begin with a cluster of duplicates, with a selection in the list of agents, or by searching here.'
              : 'An editor of the workspace can begin one.'}
          </EmptyState>
        ) : (
          <ul aria-label="Merges">
            {merges.map((merge) => (
              <Row key={merge.mergeId} merge={merge} href={`/w/${workspace}/merges/${merge.mergeId}`} />
            ))}
          </ul>
        )}
        <ListFoot list={list} what="The merges" />
      </main>
      <OnceWanted wanted={isOpen}>
        <NewMergeDialog
          open={isOpen}
          onClose={() => setOpen(false)}
          workspace={workspace}
          mostSources={props.mostSources}
          createMerge={props.createMerge}
        />
      </OnceWanted>
    </>
  );
}

const STATUS: Record<MergeStatus, { tone: Tone; word: string }> = {
  draft: { tone: 'attention', word: 'draft' },
  finished: { tone: 'good', word: 'finished' },
  undone: { tone: 'neutral', word: 'undone' },
  discarded: { tone: 'neutral', word: 'thrown away' },
};

function Row({ merge, href }: { merge: MergeRow; href: string }) {
  const { tone, word } = STATUS[merge.status];
  return (
    <li className="relative grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-4 hover:bg-hover has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent md:h-10 md:min-h-0 md:grid-cols-[6rem_minmax(0,1fr)_6rem_6rem_1.5rem]">
      <Status tone={tone} className="max-md:col-start-2 max-md:row-start-1 max-md:text-small">
        {word}
      </Status>
      <Link
        href={href}
        prefetch={false}
        className="truncate font-medium outline-none after:absolute after:inset-0 max-md:col-start-1 max-md:row-start-1"
      >
        {merge.title}
      </Link>
      <span className="text-right whitespace-nowrap text-soft max-md:col-start-1 max-md:row-start-2 max-md:self-start max-md:text-left">
        {merge.sources} agents
      </span>
      <TimeAgo
        time={merge.updatedAt}
        className="text-right text-soft max-md:col-start-2 max-md:row-start-2 max-md:self-start"
      />
      <Avatar id={merge.updatedById} name={merge.updatedBy} className="max-md:hidden" />
    </li>
  );
}
