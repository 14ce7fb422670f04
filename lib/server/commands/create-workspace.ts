/** How does a workspace begin? With the person who makes it as its owner. */

import 'server-only';

import { createWorkspace as insertWorkspace } from '@/db';
import { createWorkspaceInput, isReservedSlug } from '@/lib/contract';

import { personCommand } from '../command';
import { Failure } from '../failure';

export const createWorkspace = personCommand({
  event: 'workspace.created',
  input: createWorkspaceInput,
  async prepare({ slug }) {
    if (isReservedSlug(slug)) throw taken(slug);
    return null;
  },
  async commit(tx, _prepared, { name, slug }, { user, now }) {
    const workspace = await insertWorkspace(tx, { slug, name, ownerId: user.id, now });
    if (!workspace) throw taken(slug);
    return { output: workspace, workspaceId: workspace.id, subjectId: workspace.id, details: { name, slug } };
  },
});

function taken(slug: string): Failure {
  const message = `The address "${slug}" is taken. Choose another.`;
  return new Failure('conflict', message, { slug: [message] });
}
