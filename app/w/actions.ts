'use server';
/** What can a person do about workspaces as such? */

import { action } from '@/lib/server/action';
import { createWorkspace as createWorkspaceCommand } from '@/lib/server/commands/create-workspace';
import { noteHint as noteHintCommand } from '@/lib/server/commands/note-hint';

export const createWorkspace = action(createWorkspaceCommand);
export const noteHint = action(noteHintCommand);
