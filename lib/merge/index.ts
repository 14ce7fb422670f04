export { MAX_SOURCES, refuseSources } from './limits';
export { proposeMerge } from './propose';
export type * from './types';
