/** How does a text become a template? It is kept to the byte, with a line that says what it is good for. */

import 'server-only';

import { countTemplates, createTemplate as insertTemplate } from '@/db';
import { createTemplateInput, MAX_TEMPLATES } from '@/lib/contract';

import { requireStorable } from '../agent-text';
import { workspaceCommand } from '../command';
import { Failure } from '../failure';

export const createTemplate = workspaceCommand({
  event: 'template.created',
  permission: 'template:edit',
  input: createTemplateInput,
  prepare: async ({ text }) => requireStorable(text),
  async commit(tx, _prepared, { title, purpose, text }, { scope: { workspaceId, user }, now }) {
    if ((await countTemplates(tx, { workspaceId })) >= MAX_TEMPLATES) {
      throw new Failure('conflict', `A workspace has at most ${MAX_TEMPLATES} templates. Delete one first.`);
    }
    const templateId = await insertTemplate(tx, { workspaceId, userId: user.id, title, purpose, text, now });
    return { output: { templateId }, subjectId: templateId, details: { title } };
  },
});
