/** How does a template get another title or purpose? */

import 'server-only';

import { changeTemplate as updateTemplate } from '@/db';
import { changeTemplateInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';

export const changeTemplate = workspaceCommand({
  event: 'template.changed',
  permission: 'template:edit',
  input: changeTemplateInput,
  prepare: async () => null,
  async commit(tx, _prepared, { templateId, title, purpose }, { scope: { workspaceId } }) {
    if (!(await updateTemplate(tx, { workspaceId, templateId, title, purpose }))) throw notFoundFailure();
    return { output: {}, subjectId: templateId, details: { title } };
  },
});
