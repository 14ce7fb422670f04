export { checkAgentFile, RULES } from './check';
export { type AppliedFix, type FixedFile, fixAll } from './fix-all';
export type { CheckContext, Rule } from './rule';
