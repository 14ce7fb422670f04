/** The settings of a workspace: its name, its members, and the links by which others join. */

import type { Metadata } from 'next';

import { DeleteWorkspace } from '@/components/settings/delete-workspace';
import { GeneralForm } from '@/components/settings/general-form';
import { InvitationsPanel } from '@/components/settings/invitations-panel';
import { MembersList } from '@/components/settings/members-list';
import { Section } from '@/components/settings/section';
import { PageHeader } from '@/components/shell/page-header';
import { TemplatesPanel } from '@/components/templates/templates-panel';
import { DELETION_DAYS } from '@/lib/contract';
import { listTemplates } from '@/lib/server/reads/templates';
import { listInvitations, listMembers, requireWorkspace } from '@/lib/server/reads/workspaces';

import {
  askWorkspaceDeletion,
  callOffWorkspaceDeletion,
  changeMemberRole,
  changeTemplate,
  createInvitation,
  createTemplate,
  deleteTemplate,
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
          <Section
            id="templates"
            title="Templates"
            lead="Texts of this workspace that new agents can begin from."
          >
            <TemplatesPanel
              workspace={workspace.slug}
              templates={await listTemplates(workspace.slug)}
              canEdit={can('template:edit')}
              canCreateAgents={can('agent:create')}
              createTemplate={createTemplate}
              changeTemplate={changeTemplate}
              deleteTemplate={deleteTemplate}
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
                createInvitation={createInvitation}
                revokeInvitation={revokeInvitation}
              />
            </Section>
          )}
          {can('workspace:delete') && (
            <Section
              id="delete"
              title="Delete this workspace"
              lead={`Two steps: everything is exported, then the workspace waits ${DELETION_DAYS} days, in which any owner can keep it.`}
            >
              <DeleteWorkspace
                key={workspace.deletionDueAt}
                workspace={workspace}
                days={DELETION_DAYS}
                askDeletion={askWorkspaceDeletion}
                callOffDeletion={callOffWorkspaceDeletion}
              />
            </Section>
          )}
        </div>
      </main>
    </>
  );
}
