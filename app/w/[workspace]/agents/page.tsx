/** The list of a workspace's agents. */

import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';

import { AgentsPage } from '@/components/agents/agents-page';
import { AGENTS_PER_PAGE, agentsKey } from '@/lib/client/agents-key';
import { MAX_FILE_BYTES, MAX_MERGE_SOURCES } from '@/lib/contract';
import { listAgents } from '@/lib/server/reads/agents';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { createMerge, deleteAgents, restoreAgents } from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}

const LONGEST_QUERY = 200;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Agents · ${workspace.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  const { q } = await searchParams;
  const query = (typeof q === 'string' ? q : '').trim().slice(0, LONGEST_QUERY);
  const first = await listAgents(workspace.slug, { query, offset: 0, limit: AGENTS_PER_PAGE });
  const client = new QueryClient();
  client.setQueryData(agentsKey(workspace.slug, query), { pages: [first], pageParams: [0] });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AgentsPage
        workspace={workspace.slug}
        initialQuery={query}
        maxFileBytes={MAX_FILE_BYTES}
        canCreate={can('agent:create')}
        canDelete={can('agent:delete')}
        canMerge={can('merge:edit')}
        mostSources={MAX_MERGE_SOURCES}
        createMerge={createMerge}
        deleteAgents={deleteAgents}
        restoreAgents={restoreAgents}
      />
    </HydrationBoundary>
  );
}
