/** Which changes are proposed for publishing, and who is asked to read them? */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { NewProposal } from '@/components/reviews/new-proposal';
import { listProposable } from '@/lib/server/reads/reviews';
import { listMembers, requireWorkspace } from '@/lib/server/reads/workspaces';

import { createProposal } from '../../actions';

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Propose changes' };

export default async function Page({ params, searchParams }: Props) {
  const { workspace, user, can } = await requireWorkspace((await params).workspace);
  if (!can('proposal:edit')) notFound();
  const { agent } = await searchParams;
  const { enabled, agents } = await listProposable(workspace.slug);
  const members = await listMembers(workspace.slug);
  return (
    <NewProposal
      workspace={workspace.slug}
      isOn={enabled}
      canTurnOn={can('publishing:set')}
      agents={agents}
      people={members
        .filter(({ userId }) => userId !== user.id)
        .map(({ userId, name }) => ({ userId, name }))}
      chosen={[agent ?? []].flat()}
      createProposal={createProposal}
    />
  );
}
