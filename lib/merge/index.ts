export { MAX_SOURCES, refuseSources } from './limits';
export { proposeMerge } from './propose';
export { listProtected } from './protected';
export type * from './types';
export { FATES } from './types';
