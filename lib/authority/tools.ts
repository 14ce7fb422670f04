/** Which tools does Claude Code know, and what does each let an agent do? */

export type ToolGroup =
  | 'Read'
  | 'Change files'
  | 'Run commands'
  | 'Web'
  | 'Agents and tasks'
  | 'Planning'
  | 'Schedule'
  | 'Reach the user'
  | 'MCP and skills';

/** What a tool adds to the sentence on an agent's authority; absent where it adds nothing worth a word. */
export type ToolEffect =
  | 'read'
  | 'change'
  | 'run'
  | 'web'
  | 'agents'
  | 'schedule'
  | 'reach'
  | 'mcp'
  | 'skills';

export interface Tool {
  name: string;
  group: ToolGroup;
  /** What it lets the agent do, as the form shows it beside the name. */
  does: string;
  /** `never`: Claude Code takes it from every sub-agent. `plan`: given only in permission mode plan. */
  subAgent: 'yes' | 'plan' | 'never';
  /** Taken from an agent that always runs in the background. */
  foregroundOnly?: true;
  effect?: ToolEffect;
}

/** The groups in the order of the form. */
export const TOOL_GROUPS: readonly ToolGroup[] = [
  'Read',
  'Change files',
  'Run commands',
  'Web',
  'Agents and tasks',
  'Planning',
  'Schedule',
  'Reach the user',
  'MCP and skills',
];

/** Every tool that Claude Code 2.1.329 knows by name, in the order of the form. */
export const TOOLS: readonly Tool[] = [
  { name: 'Read', group: 'Read', does: 'Read any file, picture or PDF', subAgent: 'yes', effect: 'read' },
  { name: 'Grep', group: 'Read', does: 'Search the contents of files', subAgent: 'yes', effect: 'read' },
  { name: 'Glob', group: 'Read', does: 'Find files by name', subAgent: 'yes', effect: 'read' },
  {
    name: 'LSP',
    group: 'Read',
    does: 'Ask a language server for symbols and errors',
    subAgent: 'yes',
    effect: 'read',
  },
  { name: 'Edit', group: 'Change files', does: 'Change parts of files', subAgent: 'yes', effect: 'change' },
  {
    name: 'Write',
    group: 'Change files',
    does: 'Create files and overwrite them',
    subAgent: 'yes',
    effect: 'change',
  },
  {
    name: 'NotebookEdit',
    group: 'Change files',
    does: 'Change cells of Jupyter notebooks',
    subAgent: 'yes',
    effect: 'change',
  },
  {
    name: 'EnterWorktree',
    group: 'Change files',
    does: 'Move the work into a git worktree',
    subAgent: 'yes',
  },
  { name: 'ExitWorktree', group: 'Change files', does: 'Leave that worktree again', subAgent: 'yes' },
  { name: 'Bash', group: 'Run commands', does: 'Run any shell command', subAgent: 'yes', effect: 'run' },
  {
    name: 'PowerShell',
    group: 'Run commands',
    does: 'Run any PowerShell command',
    subAgent: 'yes',
    effect: 'run',
  },
  {
    name: 'Monitor',
    group: 'Run commands',
    does: 'Run a command in the background and watch its output',
    subAgent: 'yes',
    effect: 'run',
  },
  { name: 'WebFetch', group: 'Web', does: 'Fetch a web page by its address', subAgent: 'yes', effect: 'web' },
  { name: 'WebSearch', group: 'Web', does: 'Search the web', subAgent: 'yes', effect: 'web' },
  {
    name: 'Agent',
    group: 'Agents and tasks',
    does: 'Start other agents; Agent(a,b) names which',
    subAgent: 'yes',
    effect: 'agents',
  },
  {
    name: 'SendMessage',
    group: 'Agents and tasks',
    does: 'Send a message to another agent',
    subAgent: 'yes',
  },
  {
    name: 'ListAgents',
    group: 'Agents and tasks',
    does: 'List the agents that are running',
    subAgent: 'yes',
    foregroundOnly: true,
  },
  { name: 'TaskCreate', group: 'Agents and tasks', does: 'Add a task to the task list', subAgent: 'yes' },
  { name: 'TaskGet', group: 'Agents and tasks', does: 'Read one task', subAgent: 'yes' },
  { name: 'TaskList', group: 'Agents and tasks', does: 'Read the task list', subAgent: 'yes' },
  { name: 'TaskUpdate', group: 'Agents and tasks', does: 'Change a task', subAgent: 'yes' },
  { name: 'TaskStop', group: 'Agents and tasks', does: 'Stop a background task', subAgent: 'yes' },
  {
    name: 'TaskOutput',
    group: 'Agents and tasks',
    does: 'Read the output of a background task',
    subAgent: 'never',
  },
  {
    name: 'Workflow',
    group: 'Agents and tasks',
    does: 'Run a scripted workflow of agents',
    subAgent: 'never',
    effect: 'agents',
  },
  { name: 'TodoWrite', group: 'Planning', does: 'Keep a to-do list', subAgent: 'yes' },
  { name: 'EnterPlanMode', group: 'Planning', does: 'Switch to planning', subAgent: 'never' },
  { name: 'ExitPlanMode', group: 'Planning', does: 'Present a plan for approval', subAgent: 'plan' },
  {
    name: 'ReportFindings',
    group: 'Planning',
    does: 'Report review findings as a list',
    subAgent: 'yes',
    foregroundOnly: true,
  },
  {
    name: 'CronCreate',
    group: 'Schedule',
    does: 'Schedule a prompt to run later or again',
    subAgent: 'yes',
    foregroundOnly: true,
    effect: 'schedule',
  },
  {
    name: 'CronList',
    group: 'Schedule',
    does: 'List scheduled prompts',
    subAgent: 'yes',
    foregroundOnly: true,
  },
  {
    name: 'CronDelete',
    group: 'Schedule',
    does: 'Delete a scheduled prompt',
    subAgent: 'yes',
    foregroundOnly: true,
  },
  {
    name: 'ScheduleWakeup',
    group: 'Schedule',
    does: 'Wake the session at a later time',
    subAgent: 'never',
    effect: 'schedule',
  },
  {
    name: 'RemoteTrigger',
    group: 'Schedule',
    does: 'Start routines that run remotely',
    subAgent: 'yes',
    effect: 'schedule',
  },
  { name: 'AskUserQuestion', group: 'Reach the user', does: 'Ask the user a question', subAgent: 'never' },
  {
    name: 'PushNotification',
    group: 'Reach the user',
    does: 'Send a notification',
    subAgent: 'yes',
    effect: 'reach',
  },
  {
    name: 'SendUserFile',
    group: 'Reach the user',
    does: 'Send a file to the user',
    subAgent: 'yes',
    effect: 'reach',
  },
  {
    name: 'Artifact',
    group: 'Reach the user',
    does: 'Publish a page with its result',
    subAgent: 'yes',
    effect: 'reach',
  },
  {
    name: 'ShareOnboardingGuide',
    group: 'Reach the user',
    does: 'Share an onboarding guide',
    subAgent: 'yes',
    effect: 'reach',
  },
  { name: 'EndConversation', group: 'Reach the user', does: 'End the conversation', subAgent: 'never' },
  { name: 'Skill', group: 'MCP and skills', does: 'Use installed skills', subAgent: 'yes', effect: 'skills' },
  {
    name: 'ToolSearch',
    group: 'MCP and skills',
    does: 'Look for tools that are not loaded yet',
    subAgent: 'yes',
  },
  {
    name: 'ListMcpResourcesTool',
    group: 'MCP and skills',
    does: 'List the resources of MCP servers',
    subAgent: 'yes',
    effect: 'mcp',
  },
  {
    name: 'ReadMcpResourceTool',
    group: 'MCP and skills',
    does: 'Read a resource of an MCP server',
    subAgent: 'yes',
    effect: 'mcp',
  },
  {
    name: 'WaitForMcpServers',
    group: 'MCP and skills',
    does: 'Wait until MCP servers are connected',
    subAgent: 'never',
  },
];

/** Old names that Claude Code still takes for a tool of today. */
export const TOOL_ALIASES: Readonly<Record<string, string>> = { Task: 'Agent', KillShell: 'TaskStop' };

const byName = new Map(TOOLS.map((tool) => [tool.name, tool]));

/** Returns the tool that Claude Code takes a name for (aliases resolved, case matters), or null. */
export function findTool(name: string): Tool | null {
  return byName.get(Object.hasOwn(TOOL_ALIASES, name) ? (TOOL_ALIASES[name] ?? name) : name) ?? null;
}
