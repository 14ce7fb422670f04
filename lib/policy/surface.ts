/** Who guards every page, action and route? The census test compares this table with the tree. */

import type { Permission } from './permissions';

/** `public`: anybody; `signed-in`: anybody with an account; `token`: whoever holds a one-time token or invitation. */
export type Guard = Permission | 'public' | 'signed-in' | 'token';

/** Pages by their file. */
export const PAGES: Record<string, Guard> = {
  'app/page.tsx': 'public',
  'app/(auth)/setup/page.tsx': 'token',
  'app/(auth)/sign-in/page.tsx': 'public',
  'app/(auth)/sign-in/[provider]/page.tsx': 'public',
  'app/(auth)/sign-up/page.tsx': 'public',
  'app/(auth)/join/[token]/page.tsx': 'token',
  'app/(auth)/account/page.tsx': 'signed-in',
  'app/w/new/page.tsx': 'signed-in',
  'app/w/[workspace]/page.tsx': 'workspace:read',
  'app/w/[workspace]/agents/page.tsx': 'agent:read',
  'app/w/[workspace]/agents/new/page.tsx': 'agent:create',
  'app/w/[workspace]/agents/[agent]/page.tsx': 'agent:read',
  'app/w/[workspace]/agents/[agent]/history/page.tsx': 'agent:read',
  'app/w/[workspace]/changes/page.tsx': 'agent:read',
  'app/w/[workspace]/merges/page.tsx': 'merge:read',
  'app/w/[workspace]/merges/[merge]/page.tsx': 'merge:read',
  'app/w/[workspace]/duplicates/page.tsx': 'duplicates:read',
  'app/w/[workspace]/settings/page.tsx': 'member:list',
};

/** Server actions by their file and exported name. */
export const ACTIONS: Record<string, Record<string, Guard>> = {
  'app/(auth)/actions.ts': {
    createFirstAccount: 'token',
    signIn: 'public',
    signUp: 'public',
    startProviderSignIn: 'public',
    finishProviderSignIn: 'public',
    signOut: 'public',
    endOtherSessions: 'signed-in',
    endSession: 'signed-in',
    changeName: 'signed-in',
    changePassword: 'signed-in',
    disconnectProvider: 'signed-in',
    acceptInvitation: 'token',
  },
  'app/w/actions.ts': {
    createWorkspace: 'signed-in',
    noteHint: 'signed-in',
  },
  'app/w/[workspace]/actions.ts': {
    renameWorkspace: 'workspace:rename',
    createInvitation: 'member:invite',
    revokeInvitation: 'member:invite',
    changeMemberRole: 'member:change-role',
    removeMember: 'member:remove',
    createAgent: 'agent:create',
    duplicateAgent: 'agent:create',
    saveAgent: 'agent:save',
    deleteAgents: 'agent:delete',
    restoreAgents: 'agent:restore',
    archiveAgents: 'agent:archive',
    unarchiveAgents: 'agent:archive',
    purgeAgents: 'agent:purge',
    tagAgents: 'agent:tag',
    changeAgents: 'agent:save',
    undoBulk: 'agent:save',
    createTemplate: 'template:edit',
    changeTemplate: 'template:edit',
    deleteTemplate: 'template:edit',
    addSamples: 'agent:create',
    dismissDuplicates: 'duplicates:dismiss',
    undismissDuplicates: 'duplicates:dismiss',
    createMerge: 'merge:edit',
    saveMerge: 'merge:edit',
    rebaseMerge: 'merge:edit',
    discardMerge: 'merge:edit',
    finishMerge: 'merge:edit',
    undoMerge: 'merge:edit',
  },
};

/** Route handlers by their file and method. */
export const ROUTES: Record<string, Record<string, Guard>> = {
  'app/api/health/live/route.ts': { GET: 'public' },
  'app/api/health/ready/route.ts': { GET: 'public' },
  'app/api/metrics/route.ts': { GET: 'public' },
  'app/api/w/[workspace]/agents/route.ts': { GET: 'agent:read' },
  'app/api/w/[workspace]/agents/facets/route.ts': { GET: 'agent:read' },
  'app/api/w/[workspace]/agents/ids/route.ts': { GET: 'agent:read' },
  'app/api/w/[workspace]/agents/titles/route.ts': { GET: 'agent:read' },
  'app/api/w/[workspace]/templates/[template]/route.ts': { GET: 'template:read' },
  'app/api/w/[workspace]/import/route.ts': { POST: 'agent:create' },
  'app/api/w/[workspace]/agents/[agent]/download/route.ts': { GET: 'agent:export' },
  'app/api/w/[workspace]/agents/[agent]/history/route.ts': { GET: 'agent:read' },
  'app/api/w/[workspace]/bulk/route.ts': { GET: 'agent:read' },
  'app/api/w/[workspace]/bulk/preview/route.ts': { POST: 'agent:save' },
  'app/api/w/[workspace]/bulk/detail/route.ts': { POST: 'agent:save' },
  'app/api/w/[workspace]/duplicates/route.ts': { GET: 'duplicates:read' },
  'app/api/w/[workspace]/duplicates/pair/route.ts': { GET: 'duplicates:read' },
  'app/api/w/[workspace]/similar/route.ts': { POST: 'duplicates:read' },
  'app/api/w/[workspace]/merges/route.ts': { GET: 'merge:read' },
  'app/api/w/[workspace]/merges/[merge]/route.ts': { GET: 'merge:read' },
  'app/api/w/[workspace]/export/route.ts': { GET: 'agent:export', POST: 'agent:export' },
  'app/api/w/[workspace]/export/notices/route.ts': { POST: 'agent:export' },
};
