'use server';
/** What can a member do in a workspace? */

import { revalidatePath } from 'next/cache';

import { action } from '@/lib/server/action';
import { changeMemberRole as changeMemberRoleCommand } from '@/lib/server/commands/change-member-role';
import { createAgent as createAgentCommand } from '@/lib/server/commands/create-agent';
import { createInvitation as createInvitationCommand } from '@/lib/server/commands/create-invitation';
import { deleteAgents as deleteAgentsCommand } from '@/lib/server/commands/delete-agents';
import { duplicateAgent as duplicateAgentCommand } from '@/lib/server/commands/duplicate-agent';
import { removeMember as removeMemberCommand } from '@/lib/server/commands/remove-member';
import { renameWorkspace as renameWorkspaceCommand } from '@/lib/server/commands/rename-workspace';
import { restoreAgents as restoreAgentsCommand } from '@/lib/server/commands/restore-agents';
import { revokeInvitation as revokeInvitationCommand } from '@/lib/server/commands/revoke-invitation';
import { saveAgent as saveAgentCommand } from '@/lib/server/commands/save-agent';

/** What was rendered of the workspace is out of date; the next visit renders it anew. */
function refresh<Output>(output: Output, { workspace }: { workspace: string }): Output {
  revalidatePath(`/w/${workspace}`, 'layout');
  return output;
}

export const renameWorkspace = action(renameWorkspaceCommand, refresh);
export const createInvitation = action(createInvitationCommand, refresh);
export const revokeInvitation = action(revokeInvitationCommand, refresh);
export const changeMemberRole = action(changeMemberRoleCommand, refresh);
export const removeMember = action(removeMemberCommand, refresh);
export const createAgent = action(createAgentCommand, refresh);
export const duplicateAgent = action(duplicateAgentCommand, refresh);
/** Renders nothing anew: the editor holds the text, and a page under an open editor must not change. */
export const saveAgent = action(saveAgentCommand);
export const deleteAgents = action(deleteAgentsCommand, refresh);
export const restoreAgents = action(restoreAgentsCommand, refresh);
