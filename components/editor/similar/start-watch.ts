/** Whom does the watch ask? The server. */

import { fetchSimilar } from '@/lib/client/similar';

import { SimilarWatch } from './similar-watch';

/** A watch over an agent of the workspace, or over a new one. */
export function startWatch(workspace: string, agentId: string | undefined): SimilarWatch {
  return new SimilarWatch((text, signal) =>
    fetchSimilar(workspace, agentId === undefined ? { text } : { text, except: agentId }, signal),
  );
}
