export * from './find-place';
export * from './quote';
