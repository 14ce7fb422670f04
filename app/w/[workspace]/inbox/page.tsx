/** What happened that concerns the person who asks? */

import type { Metadata } from 'next';

import { InboxPage } from '@/components/inbox/inbox-page';
import { listInbox } from '@/lib/server/reads/inbox';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { markNotifications } from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Inbox · ${workspace.name}` };
}

export default async function Page({ params }: Props) {
  const { workspace } = await requireWorkspace((await params).workspace);
  return (
    <InboxPage
      workspace={workspace.slug}
      initial={await listInbox(workspace.slug)}
      markNotifications={markNotifications}
    />
  );
}
