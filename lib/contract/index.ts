export * from './agents';
export * from './identity';
export * from './result';
export * from './workspaces';
