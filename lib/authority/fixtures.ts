/** Which authority does a test start from? */

import type { AuthorityValues } from './grants';

/** Returns the values of an agent whose front matter says nothing, with `values` on top. */
export function authorityOf(values: Partial<AuthorityValues> = {}): AuthorityValues {
  return {
    tools: { kind: 'inherit' },
    disallowedTools: [],
    permissionMode: null,
    memory: null,
    hooks: null,
    mcpServers: null,
    isolation: null,
    background: null,
    ...values,
  };
}

/** Returns the values of an agent with exactly these tools. */
export function withTools(...list: string[]): AuthorityValues {
  return authorityOf({ tools: list.length === 0 ? { kind: 'none' } : { kind: 'list', list } });
}
