/** What does the address of a list of records say? Pure. */

/** Returns the query of an address with some of its fields set anew; null or an empty text takes one off. */
export function withFields(query: string, changes: Record<string, string | null>): string {
  const fields = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) fields.set(name, value);
    else fields.delete(name);
  }
  return fields.toString();
}

/** Returns the fields that are set, as the query of an address. */
export function queryOf(fields: Record<string, string | null | undefined>): string {
  const set = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set).toString();
}

/** The value of a select that stands for all. */
export const ALL = 'all';
