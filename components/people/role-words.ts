/** What may each role do, in a few words? */

import type { Role } from '@/lib/policy';

export const ROLE_WORDS: Record<Role, { label: string; detail: string }> = {
  owner: { label: 'Owner', detail: 'Everything, owners included' },
  admin: { label: 'Admin', detail: 'Agents, members and settings' },
  editor: { label: 'Editor', detail: 'Writes, imports and deletes agents' },
  viewer: { label: 'Viewer', detail: 'Reads, comments and exports' },
};
