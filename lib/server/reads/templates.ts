/** From which texts of its own does a workspace begin? */

import 'server-only';

import { getTemplate, listTemplates as selectTemplates } from '@/db';
import type { TemplateContent, TemplateRow } from '@/lib/contract';

import type { Scope } from '../access';
import { requireScope } from '../pages';
import { getStore } from '../store';

/** Returns the templates of the workspace, without their texts. */
export async function listTemplates(slug: string): Promise<TemplateRow[]> {
  const { workspaceId } = await requireScope(slug, 'template:read');
  const { read } = await getStore();
  return selectTemplates(read, { workspaceId });
}

/** Returns a template with its text; null when the workspace has none of this id. */
export async function openTemplate(
  { workspaceId }: Scope,
  templateId: string,
): Promise<TemplateContent | null> {
  const { read } = await getStore();
  return getTemplate(read, { workspaceId, templateId });
}
