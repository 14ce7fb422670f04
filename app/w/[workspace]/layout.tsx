/** What stands around the pages of a workspace? The guard of each page is its own read, not this. */

import { cookies } from 'next/headers';
import type { ReactNode } from 'react';

import { signOut } from '@/app/(auth)/actions';
import { AppShell } from '@/components/shell/app-shell';
import { RAIL_COOKIE, readRailCollapsed } from '@/components/shell/rail-state';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { NowProvider } from '@/lib/client/now';
import { QueryProvider } from '@/lib/client/query-provider';
import { listMyWorkspaces } from '@/lib/server/reads/people';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

interface Props {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace, user } = await requireWorkspace((await params).workspace);
  const jar = await cookies();
  return (
    <NowProvider now={Date.now()}>
      <QueryProvider>
        <AppShell
          workspace={workspace}
          workspaces={await listMyWorkspaces()}
          user={user}
          theme={readTheme(jar.get(THEME_COOKIE)?.value)}
          collapsed={readRailCollapsed(jar.get(RAIL_COOKIE)?.value)}
          signOut={signOut}
        >
          {children}
        </AppShell>
      </QueryProvider>
    </NowProvider>
  );
}
