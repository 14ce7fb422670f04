export * from './position';
export * from './replace';
