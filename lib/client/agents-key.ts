/** Under which key are a workspace's agents kept? Shared by the server, which fills it, and the browser. */

/** How many agents a page of the list has. */
export const AGENTS_PER_PAGE = 100;

/** Every list of the workspace, whatever the query. */
export const allAgentsKey = (workspace: string) => ['agents', workspace] as const;

/** The list that a query gives. */
export const agentsKey = (workspace: string, query: string) => ['agents', workspace, query] as const;

/** The address of a page of the list. */
export function agentsUrl(workspace: string, query: string, offset: number): string {
  const search = new URLSearchParams({ offset: String(offset), limit: String(AGENTS_PER_PAGE) });
  if (query) search.set('q', query);
  return `/api/w/${workspace}/agents?${search}`;
}
