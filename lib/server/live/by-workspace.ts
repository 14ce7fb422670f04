/** What belongs to which workspace? Each is asked about by itself, so that no query names two. */

/** Returns the items of each workspace. */
export function byWorkspace<Item extends { workspaceId: string }>(
  items: readonly Item[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.workspaceId);
    if (group) group.push(item);
    else groups.set(item.workspaceId, [item]);
  }
  return groups;
}
