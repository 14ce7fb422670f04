/** A new agent: from a small start, or from pasted text. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { NewAgent } from '@/components/editor/new-agent';
import { listNames } from '@/lib/server/reads/agents';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { createAgent } from '../../actions';

interface Props {
  params: Promise<{ workspace: string }>;
}

export const metadata: Metadata = { title: 'New agent' };

export default async function Page({ params }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  if (!can('agent:create')) notFound();
  return (
    <NewAgent
      workspace={workspace.slug}
      takenNames={await listNames(workspace.slug)}
      createAgent={createAgent}
    />
  );
}
