export * from './diff-lines';
export * from './edit-distance';
export * from './line-ends';
export * from './position';
export * from './replace';
export * from './tokens';
export * from './well-formed';
export * from './words';
