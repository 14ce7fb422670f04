/** The merges of a workspace: drafts, and what was finished. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { MergesPage } from '@/components/merge/list/merges-page';
import { MAX_MERGE_SOURCES } from '@/lib/contract';
import { listMerges } from '@/lib/server/reads/merges';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { createMerge } from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Merges · ${workspace.name}` };
}

export default async function Page({ params }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  if (!can('merge:read')) notFound();
  return (
    <MergesPage
      workspace={workspace.slug}
      initial={await listMerges(workspace.slug)}
      canEdit={can('merge:edit')}
      mostSources={MAX_MERGE_SOURCES}
      createMerge={createMerge}
    />
  );
}
