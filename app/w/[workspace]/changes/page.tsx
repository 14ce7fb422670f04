/** The changes of many agents at once: who, when, and the way back. */

import type { Metadata } from 'next';

import { ChangesPage } from '@/components/bulk/changes-page';
import { listBulkChanges } from '@/lib/server/reads/bulk';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { undoBulk } from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Changes of many · ${workspace.name}` };
}

export default async function Page({ params }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  return (
    <ChangesPage
      workspace={workspace.slug}
      initial={await listBulkChanges(workspace.slug)}
      undo={can('agent:save') ? undoBulk : null}
    />
  );
}
