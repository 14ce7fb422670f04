/** Which agents of the workspace are alike? */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { DuplicatesPage } from '@/components/duplicates/duplicates-page';
import { readFilters } from '@/components/duplicates/model/filters';
import { MAX_MERGE_SOURCES } from '@/lib/contract';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { createMerge, dismissDuplicates, undismissDuplicates } from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Duplicates · ${workspace.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  if (!can('duplicates:read')) notFound();
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return (
    <DuplicatesPage
      workspace={workspace.slug}
      initialFilters={readFilters(new URLSearchParams(asked).toString())}
      canMerge={can('merge:edit')}
      canDismiss={can('duplicates:dismiss')}
      maxSources={MAX_MERGE_SOURCES}
      createMerge={createMerge}
      dismissDuplicates={dismissDuplicates}
      undismissDuplicates={undismissDuplicates}
    />
  );
}
