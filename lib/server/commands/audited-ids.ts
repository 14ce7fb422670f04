/** How does an audit row tell of many agents at once? */

/** Returns the subject and details of a change of these agents. */
export function audited(ids: readonly string[]): {
  subjectId: string | undefined;
  details: { agents: string[] };
} {
  return { subjectId: ids.length === 1 ? ids[0] : undefined, details: { agents: [...ids] } };
}
