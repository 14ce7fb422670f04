/** Which worker threads does this process have? One for the similarity indexes, a few for jobs on texts, three for changes of many. */

import 'server-only';

import { availableParallelism } from 'node:os';

import type { BulkJobs, SimilarityJobs, TextJobs } from '@/lib/workers/protocol';

import { forgetSingleton, singleton } from '../singleton';
import { observed } from './observed';
import { createPool } from './pool';
import { startBulk, startSimilarity, startTexts } from './start';
import { createThread, type Thread } from './thread';

/** At least two, so that one long job does not keep everybody waiting; each has its own copy of the word tables. */
const TEXT_THREADS = { least: 2, most: 4 };
/** One more than one person has turns. */
const BULK_THREADS = 3;

export interface Threads {
  similarity: Thread<SimilarityJobs>;
  texts: Thread<TextJobs>;
  bulk: Thread<BulkJobs>;
  /** How often the similarity thread was lost, with its indexes. */
  losses(): number;
}

/** Returns the threads; none runs before its first job. */
export function getThreads(): Threads {
  return singleton('threads', () => {
    let losses = 0;
    const similarity = createThread<SimilarityJobs>({
      start: startSimilarity,
      onCancel: 'tell',
      onLost: () => {
        losses += 1;
      },
    });
    const size = Math.max(TEXT_THREADS.least, Math.min(TEXT_THREADS.most, availableParallelism() - 1));
    const texts = createPool(
      Array.from({ length: size }, () => createThread<TextJobs>({ start: startTexts, onCancel: 'end' })),
    );
    const bulk = createPool(
      Array.from({ length: BULK_THREADS }, () =>
        createThread<BulkJobs>({ start: startBulk, onCancel: 'end' }),
      ),
    );
    return {
      ...{ similarity: observed(similarity), texts: observed(texts), bulk: observed(bulk) },
      losses: () => losses,
    };
  });
}

/** Ends all threads; whoever waits for one hears that the server is stopping. */
export async function closeThreads(): Promise<void> {
  const threads = forgetSingleton<Threads>('threads');
  await Promise.all([threads?.similarity.close(), threads?.texts.close(), threads?.bulk.close()]);
}
