/** Under which keys are a workspace's duplicates kept? Apart from what asks for them: the rail of every page has the keys alone. */

/** The key of the answer, which the page asks for and the rail reads. */
export const duplicatesKey = (workspace: string) => ['duplicates', workspace] as const;

/** How far the comparison is that runs. */
export const progressKey = (workspace: string) => ['duplicates-progress', workspace] as const;

/** The key of all evidence of a workspace, and of that for a pair, in the order in which it is shown. */
export const allPairsKey = (workspace: string) => ['duplicate-pair', workspace] as const;
export const pairKey = (workspace: string, a: string, b: string) =>
  [...allPairsKey(workspace), a, b] as const;
