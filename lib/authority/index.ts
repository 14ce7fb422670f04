export { type AuthorityChange, compareAuthority } from './compare';
export { type Authority, type AuthorityFact, describeAuthority } from './describe';
export { type AuthorityValues, type Grants, resolveGrants } from './grants';
export {
  findTool,
  readToolItem,
  TOOL_ALIASES,
  TOOL_GROUPS,
  TOOLS,
  type Tool,
  type ToolEffect,
  type ToolGroup,
  type ToolItem,
} from './tools';
export { listWords } from './words';
