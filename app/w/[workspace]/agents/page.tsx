/** The list of a workspace's agents. */

import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';

import { AgentsPage } from '@/components/agents/agents-page';
import { readView } from '@/lib/client/agent-filter';
import { AGENTS_PER_PAGE, agentPageKey } from '@/lib/client/agents-key';
import { agentFilter, IMPORT_LIMITS, MAX_MERGE_SOURCES } from '@/lib/contract';
import { listAgents } from '@/lib/server/reads/agents';
import { getPublishing } from '@/lib/server/reads/reviews';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import {
  archiveAgents,
  changeAgents,
  createMerge,
  deleteAgents,
  purgeAgents,
  restoreAgents,
  tagAgents,
  unarchiveAgents,
  undoBulk,
} from '../actions';

type Search = Record<string, string | string[] | undefined>;

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Search>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Agents · ${workspace.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  const { slug } = workspace;
  const view = readView(toSearchParams(await searchParams));
  const client = new QueryClient();
  // What the browser asks for again is refused with words; here an address that nobody wrote shows nothing yet.
  const { success, data: filter } = agentFilter.safeParse(view.filter);
  if (success) {
    const first = await listAgents(slug, { filter, sort: view.sort, offset: 0, limit: AGENTS_PER_PAGE });
    client.setQueryData(agentPageKey(slug, view, 0), first);
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AgentsPage
        workspace={slug}
        importLimits={IMPORT_LIMITS}
        canCreate={can('agent:create')}
        canMerge={can('merge:edit')}
        canPropose={can('proposal:edit') && (await getPublishing(slug)).enabled}
        canTag={can('agent:tag')}
        mayMove={{
          delete: can('agent:delete'),
          restore: can('agent:restore'),
          archive: can('agent:archive'),
          unarchive: can('agent:archive'),
          purge: can('agent:purge'),
        }}
        mostSources={MAX_MERGE_SOURCES}
        createMerge={createMerge}
        moveAgents={{
          delete: deleteAgents,
          restore: restoreAgents,
          archive: archiveAgents,
          unarchive: unarchiveAgents,
          purge: purgeAgents,
        }}
        tagAgents={tagAgents}
        changeAgents={can('agent:save') ? changeAgents : null}
        undoBulk={undoBulk}
      />
    </HydrationBoundary>
  );
}

function toSearchParams(search: Search): URLSearchParams {
  return new URLSearchParams(
    Object.entries(search).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])),
  );
}
