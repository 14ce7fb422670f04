export { changeFault, describeChange, isList, isReplaceable, isSettable } from './describe';
export { MAX_MATCHES } from './find';
export { planChange } from './plan';
export type * from './types';
