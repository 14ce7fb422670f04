/** What was done in the workspace: of everybody, of one person, of one agent. */

import type { Metadata } from 'next';

import { ActivityPage } from '@/components/records/activity-page';
import { listActivity } from '@/lib/server/reads/activity';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Activity · ${workspace.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  const { before: _before, ...asked } = await searchParams;
  const { page, people, by, about, agent } = await listActivity(workspace.slug, asked);
  return (
    <ActivityPage
      key={[by, about, agent?.id].join()}
      workspace={workspace.slug}
      initial={page}
      people={people}
      by={by}
      about={about}
      agent={agent}
      canAudit={can('audit:read')}
    />
  );
}
