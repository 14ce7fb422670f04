export { BACKGROUND_DOCUMENTS, backgroundCount, backgroundIdf } from './background';
export { CONFIG, PROFILE_VERSION } from './config';
export { explainPair } from './evidence';
export { guessLanguage } from './language';
export { listConcepts } from './lexicon';
export { DEFAULT_THRESHOLDS, type PairThresholds } from './pair-score';
export { createProfile } from './profile';
export {
  type ClusterSearchOptions,
  type ClusterStep,
  createSimilarityIndex,
  type Neighbour,
  type NeighbourOptions,
  type Progress,
  type SearchOptions,
  type SimilarityIndex,
} from './similarity-index';
export { listStems, listTerms, stemOf, type Term } from './terms';
export type * from './types';
export { PROFILE_PARTS, TIERS } from './types';
export { foldWord } from './words';
