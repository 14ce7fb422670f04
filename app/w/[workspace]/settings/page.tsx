/** The settings of a workspace: its name, who is in it, and its templates. */

import type { Metadata } from 'next';

import { MembersSummary } from '@/components/people/members-summary';
import { DeleteWorkspace } from '@/components/settings/delete-workspace';
import { GeneralForm } from '@/components/settings/general-form';
import { PublishingForm } from '@/components/settings/publishing-form';
import { Section } from '@/components/settings/section';
import { PageHeader } from '@/components/shell/page-header';
import { TemplatesPanel } from '@/components/templates/templates-panel';
import { DELETION_DAYS } from '@/lib/contract';
import { getPublishing } from '@/lib/server/reads/reviews';
import { listTemplates } from '@/lib/server/reads/templates';
import { listMembers, requireWorkspace } from '@/lib/server/reads/workspaces';

import {
  askWorkspaceDeletion,
  callOffWorkspaceDeletion,
  changeTemplate,
  createTemplate,
  deleteTemplate,
  renameWorkspace,
  setPublishing,
} from '../actions';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Settings · ${workspace.name}` };
}

export default async function SettingsPage({ params }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  const members = await listMembers(workspace.slug);
  const publishing = await getPublishing(workspace.slug);
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
          <Section id="members" title="Members">
            <MembersSummary
              members={members}
              href={`/w/${workspace.slug}/members`}
              canInvite={can('member:invite')}
            />
          </Section>
          <Section
            id="publishing"
            title="Publishing"
            lead={
              can('publishing:set') || workspace.deletionDueAt !== null
                ? 'What has to be read before it goes out, and by whom.'
                : 'Owners and admins decide what has to be read before it goes out.'
            }
          >
            <PublishingForm
              key={JSON.stringify(publishing)}
              workspace={workspace.slug}
              policy={publishing}
              members={members}
              canSet={can('publishing:set')}
              setPublishing={setPublishing}
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
