export { type BlamedLine, type BlameVersion, blameLines } from './blame';
export { compareAgents } from './compare-agents';
export { compareAuthority as compareAuthorityOfFiles } from './compare-authority';
export { diffWords, type WordDiff } from './diff-words';
export { countWords, fieldWords } from './sentences';
export type * from './types';
