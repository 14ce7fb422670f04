/** The settings of a workspace: its name, its members, and the links by which others join. */

import type { Metadata } from 'next';

import { GeneralForm } from '@/components/settings/general-form';
import { InvitationsPanel } from '@/components/settings/invitations-panel';
import { MembersList } from '@/components/settings/members-list';
import { Section } from '@/components/settings/section';
import { PageHeader } from '@/components/shell/page-header';
import { listInvitations, listMembers, requireWorkspace } from '@/lib/server/reads/workspaces';

import {
  changeMemberRole,
  createInvitation,
  removeMember,
  renameWorkspace,
  revokeInvitation,
} from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Settings · ${workspace.name}` };
}

export default async function SettingsPage({ params }: Props) {
  const { workspace, user, can } = await requireWorkspace((await params).workspace);
  const members = await listMembers(workspace.slug);
  const invites = can('member:invite');
  return (
    <>
      <PageHeader title="Settings" />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-3xl px-4 pb-10 md:px-6">
          <Section id="general" title="General">
            <GeneralForm
              key={workspace.name}
              workspace={workspace}
              canRename={can('workspace:rename')}
              renameWorkspace={renameWorkspace}
            />
          </Section>
          <Section
            id="members"
            title="Members"
            lead={
              can('member:change-role')
                ? 'A change of role or a removal takes effect at once.'
                : 'Owners and admins can change roles and invite others.'
            }
          >
            <MembersList
              workspace={workspace.slug}
              members={members}
              me={{ id: user.id, role: workspace.role }}
              canChange={can('member:change-role')}
              canRemove={can('member:remove')}
              changeMemberRole={changeMemberRole}
              removeMember={removeMember}
            />
          </Section>
          {invites && (
            <Section
              id="invitations"
              title="Invitations"
              lead="A link lets one person join, with the role that you choose."
            >
              <InvitationsPanel
                workspace={workspace.slug}
                myRole={workspace.role}
                invitations={await listInvitations(workspace.slug)}
                createInvitation={createInvitation}
                revokeInvitation={revokeInvitation}
              />
            </Section>
          )}
        </div>
      </main>
    </>
  );
}
