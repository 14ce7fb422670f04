/** What do the browser and the server say of templates and samples? */

import { agentText } from './agents';
import { workspaceSlug } from './slug';
import { id, line } from './text';
import { z } from './zod';

/** The most templates of one workspace. */
export const MAX_TEMPLATES = 200;
/** The tag that all samples carry. */
export const SAMPLE_TAG = 'sample';

const words = {
  title: line(80, 'Name the template.'),
  purpose: line(160, 'Say in a line what it is good for.'),
};

export const createTemplateInput = z.object({ workspace: workspaceSlug, ...words, text: agentText });
export type CreateTemplateInput = z.input<typeof createTemplateInput>;

export const changeTemplateInput = z.object({ workspace: workspaceSlug, templateId: id, ...words });
export type ChangeTemplateInput = z.input<typeof changeTemplateInput>;

export const deleteTemplateInput = z.object({ workspace: workspaceSlug, templateId: id });
export type DeleteTemplateInput = z.input<typeof deleteTemplateInput>;

export const addSamplesInput = z.object({ workspace: workspaceSlug });
export type AddSamplesInput = z.input<typeof addSamplesInput>;

export interface TemplateRow {
  id: string;
  title: string;
  purpose: string;
  createdAt: number;
  createdBy: string;
}

/** A template as it was kept, to the byte; what a deletion gives back, so that it can be undone. */
export interface TemplateContent {
  title: string;
  purpose: string;
  text: string;
}
