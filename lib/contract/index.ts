export * from './agents';
export * from './duplicates';
export * from './identity';
export * from './merges';
export * from './result';
export * from './slug';
export * from './workspaces';
