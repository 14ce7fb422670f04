/** Which agents does a workspace hold? Beside the head version, only what lists need of its text. */

import type { ToolGrant } from '@/lib/agent-file';

import type { Kit } from '../kit';
import { doneBy, partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

export const agents = (kit: Kit, { users, workspaces }: { users: Users; workspaces: Workspaces }) =>
  kit.table(
    'agents',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      /** The head. No foreign key: agent and first version would each have to be there before the other. */
      currentVersionId: kit.text('current_version_id').notNull(),
      fileName: kit.text('file_name'),
      originPath: kit.text('origin_path'),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
      updatedAt: kit.integer('updated_at').notNull(),
      updatedBy: doneBy(kit, 'updated_by', users),
      deletedAt: kit.integer('deleted_at'),
      archivedAt: kit.integer('archived_at'),
      /** Set when it was archived because a merge took its place; undoing the merge takes both back. */
      mergedInto: kit.text('merged_into'),
      name: kit.text('name'),
      title: kit.text('title').notNull(),
      /** The title with case folded: lists sort by it, byte by byte on both engines (a migration says so to PostgreSQL). */
      sortKey: kit.text('sort_key').notNull(),
      description: kit.text('description').notNull(),
      model: kit.text('model'),
      color: kit.text('color'),
      tools: kit.json<ToolGrant>('tools').notNull(),
      loads: kit.flag('loads').notNull(),
      problem: kit.text('problem'),
      descriptionTokens: kit.integer('description_tokens').notNull(),
      bodyTokens: kit.integer('body_tokens').notNull(),
      /** The codes of what the checks find in it, to filter by. */
      problems: kit.json<string[]>('problems').notNull(),
      /** By which recipe the columns from `name` on were read out of the text; 0 when they are to be read anew. */
      factsRecipe: kit.integer('facts_recipe').notNull(),
      /** Last, because it is long: SQLite need not walk through it to read the others. */
      searchText: kit.text('search_text').notNull(),
    },
    (t) => [
      // With all that their lists sort by, so that a page is read in its order and a count needs no row.
      kit.index('agents_in_title_order').on(t.workspaceId, t.deletedAt, t.archivedAt, t.sortKey, t.id),
      kit.index('agents_in_update_order').on(t.workspaceId, t.deletedAt, t.archivedAt, t.updatedAt, t.id),
      // With all that tells whether two agents get into each other's way.
      kit.index('agents_by_name').on(t.workspaceId, t.name, t.loads, t.deletedAt, t.archivedAt, t.id),
    ],
  );

export type Agents = ReturnType<typeof agents>;
