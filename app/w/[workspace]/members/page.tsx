/** The members of a workspace, and the invitations by which others join. */

import type { Metadata } from 'next';

import { FreshMembers } from '@/components/people/fresh-members';
import { InvitationsPanel } from '@/components/people/invitations-panel';
import { InviteLink } from '@/components/people/invite-link';
import { MembersList } from '@/components/people/members-list';
import { Section } from '@/components/settings/section';
import { PageHeader } from '@/components/shell/page-header';
import { isMailOn } from '@/lib/server/reads/joining';
import { listInvitations, listMembers, requireWorkspace } from '@/lib/server/reads/workspaces';

import {
  changeMemberRole,
  createInvitation,
  createResetLink,
  inviteByEmail,
  leaveWorkspace,
  removeMember,
  resendInvitation,
  revokeInvitation,
  transferOwnership,
} from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Members · ${workspace.name}` };
}

function leadOf(canChange: boolean, isDue: boolean): string {
  if (isDue) return 'Nobody joins and no role changes while the workspace waits for its deletion.';
  return canChange
    ? 'A change of role or a removal takes effect at once.'
    : 'Owners and admins can change roles and invite others.';
}

export default async function MembersPage({ params }: Props) {
  const { workspace, user, can } = await requireWorkspace((await params).workspace);
  const members = await listMembers(workspace.slug);
  const invites = can('member:invite');
  return (
    <>
      <PageHeader
        trail={[{ label: 'Settings', href: `/w/${workspace.slug}/settings` }]}
        title="Members"
        aside={members.length}
        actions={invites && <InviteLink section="invitations" />}
      />
      <FreshMembers workspace={workspace.slug} userId={user.id} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-3xl px-4 pb-10 md:px-6">
          <Section
            id="members"
            title="Members"
            lead={leadOf(can('member:change-role'), workspace.deletionDueAt !== null)}
          >
            <MembersList
              workspace={workspace}
              members={members}
              me={{ id: user.id, role: workspace.role }}
              canChange={can('member:change-role')}
              canRemove={can('member:remove')}
              canTransfer={can('workspace:transfer')}
              canReset={can('member:reset-password')}
              changeMemberRole={changeMemberRole}
              removeMember={removeMember}
              leaveWorkspace={leaveWorkspace}
              transferOwnership={transferOwnership}
              createResetLink={createResetLink}
            />
          </Section>
          {invites && (
            <Section
              id="invitations"
              title="Invitations"
              lead="Whoever has a link can join by it, with its role, until it ends, is used up or is revoked."
            >
              <InvitationsPanel
                workspace={workspace.slug}
                myRole={workspace.role}
                invitations={await listInvitations(workspace.slug)}
                canMail={isMailOn()}
                createInvitation={createInvitation}
                inviteByEmail={inviteByEmail}
                resendInvitation={resendInvitation}
                revokeInvitation={revokeInvitation}
              />
            </Section>
          )}
        </div>
      </main>
    </>
  );
}
