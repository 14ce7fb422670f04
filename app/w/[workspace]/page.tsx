/** Where does a workspace begin? At its agents. */

import { redirect } from 'next/navigation';

import { requireWorkspace } from '@/lib/server/reads/workspaces';

interface Props {
  params: Promise<{ workspace: string }>;
}

export default async function WorkspacePage({ params }: Props) {
  const { workspace } = await requireWorkspace((await params).workspace);
  redirect(`/w/${workspace.slug}/agents`);
}
