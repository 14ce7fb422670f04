/** Under which address does one find a version? */

/** An agent of a workspace, as addresses name it. */
export interface AgentPath {
  workspace: string;
  id: string;
}

export const agentPath = ({ workspace, id }: AgentPath): string => `/w/${workspace}/agents/${id}`;
export const historyPath = (agent: AgentPath): string => `${agentPath(agent)}/history`;

/** A version by its number, or by the label that it carries. */
export const versionPath = (agent: AgentPath, version: number | string): string =>
  `${historyPath(agent)}/${encodeURIComponent(version)}`;

export const comparePath = (agent: AgentPath, from: number | string, to: number | string): string =>
  `${historyPath(agent)}/compare?${new URLSearchParams({ from: String(from), to: String(to) })}`;

/** The id of a changed line where two versions stand beside each other. */
export const lineId = (side: 'before' | 'after', line: number): string =>
  `${side === 'before' ? 'was' : 'line'}-${line}`;

export const versionFilePath = ({ workspace, id }: AgentPath, number: number): string =>
  `/api/w/${workspace}/agents/${id}/download?version=${number}`;

export const blamePath = ({ workspace, id }: AgentPath, number: number): string =>
  `/api/w/${workspace}/agents/${id}/history/${number}/blame`;

export const labelsPath = ({ workspace, id }: AgentPath): string => `/api/w/${workspace}/agents/${id}/labels`;
