export { checkAgentFile, RULES, SEVERITY_RANK } from './check';
export { type AppliedFix, type FixedFile, fixAll } from './fix-all';
export type { CheckContext, Rule } from './rule';
