/** What happened in the workspace, refused attempts included; for owners and admins. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { AuditPage } from '@/components/records/audit-page';
import { eventsByGroup } from '@/lib/records';
import { listAudit } from '@/lib/server/reads/audit';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Audit · ${workspace.name}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  if (!can('audit:read')) notFound();
  const { before: _before, ...asked } = await searchParams;
  const { page, people, filter } = await listAudit(workspace.slug, asked);
  return (
    <AuditPage
      key={JSON.stringify(filter)}
      workspace={workspace.slug}
      initial={page}
      people={people}
      filter={filter}
      events={eventsByGroup().flatMap(({ events }) => events)}
    />
  );
}
