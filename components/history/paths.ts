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

/** Two versions beside each other. */
export const comparePath = (
  agent: AgentPath,
  from: number | string,
  to: number | string,
  { view, review }: CompareState = {},
): string => {
  const asked = { from: String(from), to: String(to), ...(view && { view }), ...(review && { review }) };
  return `${historyPath(agent)}/compare?${new URLSearchParams(asked)}`;
};

/** What the page of a comparison keeps in its address: how the texts stand, and the review that somebody came from. */
interface CompareState {
  view?: string;
  review?: string | null;
}

/** The id of a changed line where two versions stand beside each other. */
export const lineId = (side: 'before' | 'after', line: number): string =>
  `${side === 'before' ? 'was' : 'line'}-${line}`;

export const versionFilePath = ({ workspace, id }: AgentPath, number: number): string =>
  `/api/w/${workspace}/agents/${id}/download?version=${number}`;

export const blamePath = ({ workspace, id }: AgentPath, number: number): string =>
  `/api/w/${workspace}/agents/${id}/history/${number}/blame`;

export const labelsPath = ({ workspace, id }: AgentPath): string => `/api/w/${workspace}/agents/${id}/labels`;

/** Where the versions of an agent are asked for: those below a number, and of these what a search finds. */
export const historyDataPath = (
  { workspace, id }: AgentPath,
  { before, query }: { before: number | null; query?: string },
): string => {
  const asked = new URLSearchParams({
    ...(before !== null && { before: String(before) }),
    ...(query && { q: query }),
  });
  return `/api/w/${workspace}/agents/${id}/history${asked.size > 0 ? `?${asked}` : ''}`;
};
