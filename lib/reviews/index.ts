export * from './judge';
export * from './policy';
export * from './words';
