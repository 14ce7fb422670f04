/** A new workspace, owned by whoever makes it. */

import type { Metadata } from 'next';
import Link from 'next/link';

import { IdentityFrame } from '@/components/identity/identity-frame';
import { WorkspaceForm } from '@/components/settings/workspace-form';
import { listMyWorkspaces, requireUser } from '@/lib/server/reads/people';

import { createWorkspace } from '../actions';

export const metadata: Metadata = { title: 'New workspace' };

export default async function NewWorkspacePage() {
  const user = await requireUser();
  const workspaces = await listMyWorkspaces();
  return (
    <IdentityFrame
      title="Create a workspace"
      lead="A workspace holds agents and the people who work on them. You will own it."
      footer={
        workspaces.length > 0 ? (
          <Link href="/" className="rounded-sm text-accent hover:underline">
            Back to {workspaces[0]?.name}
          </Link>
        ) : (
          <>
            Or open the invitation that somebody sent you. You are signed in as {user.email}:{' '}
            <Link href="/account" className="text-accent underline">
              your account
            </Link>
          </>
        )
      }
    >
      <WorkspaceForm createWorkspace={createWorkspace} />
    </IdentityFrame>
  );
}
