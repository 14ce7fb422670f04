/** A new agent: from a small start, a starter or template, or from pasted text. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { NewAgent } from '@/components/editor/new-agent';
import { listNames } from '@/lib/server/reads/agents';
import { listTemplates } from '@/lib/server/reads/templates';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { createAgent } from '../../actions';

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'New agent' };

export default async function Page({ params, searchParams }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  if (!can('agent:create')) notFound();
  const templates = await listTemplates(workspace.slug);
  const { template } = await searchParams;
  return (
    <NewAgent
      workspace={workspace.slug}
      takenNames={await listNames(workspace.slug)}
      templates={templates}
      template={templates.find(({ id }) => id === template)?.id ?? null}
      createAgent={createAgent}
    />
  );
}
