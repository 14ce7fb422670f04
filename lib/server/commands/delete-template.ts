/** How does a template go? At once; what it held is given back, so that it can be made again. */

import 'server-only';

import { getTemplate, deleteTemplate as removeTemplate } from '@/db';
import { deleteTemplateInput, type TemplateContent } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';

export const deleteTemplate = workspaceCommand({
  event: 'template.deleted',
  permission: 'template:edit',
  input: deleteTemplateInput,
  prepare: async () => null,
  async commit(tx, _prepared, { templateId }, { scope: { workspaceId } }) {
    const output: TemplateContent | null = await getTemplate(tx, { workspaceId, templateId });
    if (!output || !(await removeTemplate(tx, { workspaceId, templateId }))) throw notFoundFailure();
    return { output, subjectId: templateId, details: { title: output.title } };
  },
});
