'use server';
/** What can a member do in a workspace? */

import { revalidatePath } from 'next/cache';

import { action } from '@/lib/server/action';
import { addSamples as addSamplesCommand } from '@/lib/server/commands/add-samples';
import { archiveAgents as archiveAgentsCommand } from '@/lib/server/commands/archive-agents';
import { askWorkspaceDeletion as askWorkspaceDeletionCommand } from '@/lib/server/commands/ask-workspace-deletion';
import { callOffWorkspaceDeletion as callOffWorkspaceDeletionCommand } from '@/lib/server/commands/call-off-workspace-deletion';
import { changeAgents as changeAgentsCommand } from '@/lib/server/commands/change-agents';
import { changeMemberRole as changeMemberRoleCommand } from '@/lib/server/commands/change-member-role';
import { changeTemplate as changeTemplateCommand } from '@/lib/server/commands/change-template';
import { createAgent as createAgentCommand } from '@/lib/server/commands/create-agent';
import { createInvitation as createInvitationCommand } from '@/lib/server/commands/create-invitation';
import { createMerge as createMergeCommand } from '@/lib/server/commands/create-merge';
import { createProposal as createProposalCommand } from '@/lib/server/commands/create-proposal';
import { createResetLink as createResetLinkCommand } from '@/lib/server/commands/create-reset-link';
import { createTemplate as createTemplateCommand } from '@/lib/server/commands/create-template';
import { createThread as createThreadCommand } from '@/lib/server/commands/create-thread';
import { deleteAgents as deleteAgentsCommand } from '@/lib/server/commands/delete-agents';
import { deleteComment as deleteCommentCommand } from '@/lib/server/commands/delete-comment';
import { deleteTemplate as deleteTemplateCommand } from '@/lib/server/commands/delete-template';
import { discardMerge as discardMergeCommand } from '@/lib/server/commands/discard-merge';
import { dismissDuplicates as dismissDuplicatesCommand } from '@/lib/server/commands/dismiss-duplicates';
import { duplicateAgent as duplicateAgentCommand } from '@/lib/server/commands/duplicate-agent';
import { editComment as editCommentCommand } from '@/lib/server/commands/edit-comment';
import { finishMerge as finishMergeCommand } from '@/lib/server/commands/finish-merge';
import { inviteByEmail as inviteByEmailCommand } from '@/lib/server/commands/invite-by-email';
import { leaveWorkspace as leaveWorkspaceCommand } from '@/lib/server/commands/leave-workspace';
import { markNotifications as markNotificationsCommand } from '@/lib/server/commands/mark-notifications';
import { publishProposal as publishProposalCommand } from '@/lib/server/commands/publish-proposal';
import { purgeAgents as purgeAgentsCommand } from '@/lib/server/commands/purge-agents';
import { putLabel as putLabelCommand } from '@/lib/server/commands/put-label';
import { rebaseMerge as rebaseMergeCommand } from '@/lib/server/commands/rebase-merge';
import { removeLabel as removeLabelCommand } from '@/lib/server/commands/remove-label';
import { removeMember as removeMemberCommand } from '@/lib/server/commands/remove-member';
import { renameWorkspace as renameWorkspaceCommand } from '@/lib/server/commands/rename-workspace';
import { replyToThread as replyToThreadCommand } from '@/lib/server/commands/reply-to-thread';
import { resendInvitation as resendInvitationCommand } from '@/lib/server/commands/resend-invitation';
import { restoreAgents as restoreAgentsCommand } from '@/lib/server/commands/restore-agents';
import { restoreVersion as restoreVersionCommand } from '@/lib/server/commands/restore-version';
import { reviewProposal as reviewProposalCommand } from '@/lib/server/commands/review-proposal';
import { reviseProposal as reviseProposalCommand } from '@/lib/server/commands/revise-proposal';
import { revokeInvitation as revokeInvitationCommand } from '@/lib/server/commands/revoke-invitation';
import { saveAgent as saveAgentCommand } from '@/lib/server/commands/save-agent';
import { saveMerge as saveMergeCommand } from '@/lib/server/commands/save-merge';
import { setPublishing as setPublishingCommand } from '@/lib/server/commands/set-publishing';
import {
  reopenThread as reopenThreadCommand,
  resolveThread as resolveThreadCommand,
} from '@/lib/server/commands/settle-thread';
import { tagAgents as tagAgentsCommand } from '@/lib/server/commands/tag-agents';
import { transferOwnership as transferOwnershipCommand } from '@/lib/server/commands/transfer-ownership';
import { unarchiveAgents as unarchiveAgentsCommand } from '@/lib/server/commands/unarchive-agents';
import { undismissDuplicates as undismissDuplicatesCommand } from '@/lib/server/commands/undismiss-duplicates';
import { undoBulk as undoBulkCommand } from '@/lib/server/commands/undo-bulk';
import { undoMerge as undoMergeCommand } from '@/lib/server/commands/undo-merge';
import { undoPublication as undoPublicationCommand } from '@/lib/server/commands/undo-publication';
import { withdrawProposal as withdrawProposalCommand } from '@/lib/server/commands/withdraw-proposal';
import { sendInvitations } from '@/lib/server/identity/send-invitations';

/** What was rendered of the workspace is out of date; the next visit renders it anew. */
function refresh<Output>(output: Output, { workspace }: { workspace: string }): Output {
  revalidatePath(`/w/${workspace}`, 'layout');
  return output;
}

export const renameWorkspace = action(renameWorkspaceCommand, refresh);
export const askWorkspaceDeletion = action(askWorkspaceDeletionCommand, refresh);
export const callOffWorkspaceDeletion = action(callOffWorkspaceDeletionCommand, refresh);
export const createInvitation = action(createInvitationCommand, refresh);
/** The e-mails leave when the invitations are kept; what could not be sent comes back as a link. */
export const inviteByEmail = action(inviteByEmailCommand, async (invitations, input) =>
  refresh(await sendInvitations(invitations), input),
);
export const resendInvitation = action(resendInvitationCommand, async (invitations, input) =>
  refresh(await sendInvitations(invitations), input),
);
export const revokeInvitation = action(revokeInvitationCommand, refresh);
export const changeMemberRole = action(changeMemberRoleCommand, refresh);
export const removeMember = action(removeMemberCommand, refresh);
/** Renders nothing anew: the page that it is called from is not theirs any more. */
export const leaveWorkspace = action(leaveWorkspaceCommand);
export const transferOwnership = action(transferOwnershipCommand, refresh);
export const createResetLink = action(createResetLinkCommand);
export const createAgent = action(createAgentCommand, refresh);
export const duplicateAgent = action(duplicateAgentCommand, refresh);
/** Renders nothing anew: the editor holds the text, and a page under an open editor must not change. */
export const saveAgent = action(saveAgentCommand);
export const deleteAgents = action(deleteAgentsCommand, refresh);
export const restoreAgents = action(restoreAgentsCommand, refresh);
export const archiveAgents = action(archiveAgentsCommand, refresh);
export const unarchiveAgents = action(unarchiveAgentsCommand, refresh);
export const purgeAgents = action(purgeAgentsCommand, refresh);
export const tagAgents = action(tagAgentsCommand, refresh);
export const restoreVersion = action(restoreVersionCommand, refresh);
export const putLabel = action(putLabelCommand, refresh);
export const removeLabel = action(removeLabelCommand, refresh);
/** Render nothing anew: they are called hundreds of times in a row, and the page fetches its lists at the end. */
export const changeAgents = action(changeAgentsCommand);
export const undoBulk = action(undoBulkCommand);
export const addSamples = action(addSamplesCommand, refresh);
/** Renders nothing anew: an open editor must not change. */
export const createTemplate = action(createTemplateCommand);
export const changeTemplate = action(changeTemplateCommand, refresh);
export const deleteTemplate = action(deleteTemplateCommand, refresh);
/** Render nothing anew: the page holds the clusters, and the board the decisions. */
export const dismissDuplicates = action(dismissDuplicatesCommand);
export const undismissDuplicates = action(undismissDuplicatesCommand);
export const createMerge = action(createMergeCommand, refresh);
export const saveMerge = action(saveMergeCommand);
export const rebaseMerge = action(rebaseMergeCommand);
export const discardMerge = action(discardMergeCommand, refresh);
export const finishMerge = action(finishMergeCommand, refresh);
export const undoMerge = action(undoMergeCommand, refresh);
/** Render nothing anew: the page holds the threads, and the inbox what is in it. */
export const createThread = action(createThreadCommand);
export const replyToThread = action(replyToThreadCommand);
export const editComment = action(editCommentCommand);
export const deleteComment = action(deleteCommentCommand);
export const resolveThread = action(resolveThreadCommand);
export const reopenThread = action(reopenThreadCommand);
export const markNotifications = action(markNotificationsCommand);
export const createProposal = action(createProposalCommand);
export const reviseProposal = action(reviseProposalCommand);
export const withdrawProposal = action(withdrawProposalCommand);
export const reviewProposal = action(reviewProposalCommand);
export const publishProposal = action(publishProposalCommand);
export const undoPublication = action(undoPublicationCommand);
export const setPublishing = action(setPublishingCommand, refresh);
