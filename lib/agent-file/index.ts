export { accepts } from './accepts';
export { editAgentFile } from './edit';
export { FIELDS, type FieldKind, type FieldRule, fieldRule } from './fields';
export { readAgentFile } from './read';
export { rosterTools, toolItems } from './tools';
export type * from './types';
export * from './upload';
export { checkYamlSource, fieldSource, type YamlSourceCheck } from './yaml-source';
