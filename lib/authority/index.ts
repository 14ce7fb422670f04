export { type AuthorityChange, compareAuthority, type Power } from './compare';
export { type Authority, type AuthorityFact, describeAuthority } from './describe';
export { type AuthorityValues, type Grants, resolveGrants } from './grants';
export { readToolItem, type ToolItem } from './items';
export {
  findTool,
  TOOL_ALIASES,
  TOOL_GROUPS,
  TOOLS,
  type Tool,
  type ToolEffect,
  type ToolGroup,
} from './tools';
