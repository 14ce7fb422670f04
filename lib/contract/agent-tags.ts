/** How are the tags of agents changed? */

import { agentChoice } from './agent-filter';
import { workspaceSlug } from './slug';
import { tagNames } from './tags';
import { z } from './zod';

export const tagAgentsInput = z
  .object({ workspace: workspaceSlug, choice: agentChoice, add: tagNames, remove: tagNames })
  .refine(({ add, remove }) => add.length + remove.length > 0, 'Type a tag.');
export type TagAgentsInput = z.input<typeof tagAgentsInput>;

/** Which agents got a tag or lost one; those that had it already, or not, are not among them. */
export interface TagChange {
  tag: string;
  change: 'added' | 'removed';
  ids: string[];
}
