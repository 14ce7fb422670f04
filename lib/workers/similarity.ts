/** What does the similarity thread do? It holds an index per workspace and answers from it. */

import type { SimilarityJobs } from './protocol';
import { serve } from './serve';
import { createWorkspaceIndex, type WorkspaceIndex } from './workspace-index';

const indexes = new Map<string, WorkspaceIndex>();

function indexOf(workspaceId: string): WorkspaceIndex {
  const known = indexes.get(workspaceId);
  if (known) return known;
  const fresh = createWorkspaceIndex();
  indexes.set(workspaceId, fresh);
  return fresh;
}

serve<SimilarityJobs>({
  update: async ({ workspaceId, changes }) => ({ size: await indexOf(workspaceId).update(changes) }),
  drop({ workspaceId }) {
    indexes.delete(workspaceId);
    return null;
  },
  clusters: ({ workspaceId, ...search }, context) => indexOf(workspaceId).clusters({ ...search, ...context }),
  neighbours: ({ workspaceId, text, ...options }) => indexOf(workspaceId).neighbours(text, options),
  score: ({ workspaceId, a, b }) => indexOf(workspaceId).score(a, b),
});
