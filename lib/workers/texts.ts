/** What does a thread of the pool do? Whatever needs nothing but texts: profiles, the evidence for a pair, what a change means, who touched a line, a merge. */

import { blameLines, compareAgents } from '@/lib/compare';
import { proposeMerge } from '@/lib/merge';
import { createProfile, explainPair, PROFILE_VERSION } from '@/lib/similarity';

import type { TextJobs } from './protocol';
import { serve } from './serve';

serve<TextJobs>({
  profiles: ({ texts }) =>
    texts.map((text) => ({ recipe: PROFILE_VERSION, json: JSON.stringify(createProfile(text)) })),
  explain: ({ a, b, score }) => explainPair(a, b, score ?? undefined),
  compare: ({ before, after }) => compareAgents(before, after),
  blame: ({ head, versions }) => blameLines(head, versions),
  propose: ({ sources, decisions }) => proposeMerge(sources, decisions),
});
