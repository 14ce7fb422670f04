export * from './permissions';
export * from './roles';
export type { Guard } from './surface';
