export { readLabel } from './labels';
export { listCodeSpans, listSentences } from './sentences';
export { splitBody } from './split-body';
export { splitDescription } from './split-description';
export type * from './types';
