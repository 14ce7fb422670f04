export { backgroundCount, backgroundIdf } from './background';
export { CONFIG, PROFILE_VERSION } from './config';
export { digestOf } from './digest';
export { explainPair } from './evidence';
export { guessLanguage } from './language';
export { type Instruction, type InstructionMatch, matchInstructions } from './match-units';
export { DEFAULT_THRESHOLDS, type PairThresholds } from './pair-score';
export { createProfile, profileFile } from './profile';
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
export { listStems, listTerms } from './terms';
export type * from './types';
export { PROFILE_PARTS, TIERS } from './types';
