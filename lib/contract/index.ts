export * from './agents';
export * from './identity';
export * from './result';
export * from './slug';
export * from './workspaces';
