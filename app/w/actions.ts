'use server';
/** What can a person do about workspaces as such? */

import { action } from '@/lib/server/action';
import { createWorkspace as createWorkspaceCommand } from '@/lib/server/commands/create-workspace';

export const createWorkspace = action(createWorkspaceCommand);
