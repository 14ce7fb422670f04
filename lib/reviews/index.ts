export * from './judge';
export * from './policy';
export * from './standing';
export * from './stuck';
export * from './stuck-words';
export * from './voids';
export * from './words';
