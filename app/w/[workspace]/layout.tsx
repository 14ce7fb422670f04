/** What stands around the pages of a workspace? The guard of each page is its own read, not this. */

import { cookies } from 'next/headers';
import { after } from 'next/server';
import type { ReactNode } from 'react';

import { signIn, signOut } from '@/app/(auth)/actions';
import { noteHint } from '@/app/w/actions';
import { DueBanner } from '@/components/settings/due-banner';
import { AppShell } from '@/components/shell/app-shell';
import { RAIL_COOKIE, readRailCollapsed } from '@/components/shell/rail-state';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { NowProvider } from '@/lib/client/now';
import { QueryProvider } from '@/lib/client/query-provider';
import { listMyHints, listMyWorkspaces } from '@/lib/server/reads/people';
import { requireWorkspace } from '@/lib/server/reads/workspaces';
import { readAhead } from '@/lib/server/similarity-index';

import { addSamples } from './actions';

interface Props {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace, user, can } = await requireWorkspace((await params).workspace);
  const jar = await cookies();
  after(() => readAhead(workspace.id));
  return (
    <NowProvider now={Date.now()}>
      <QueryProvider>
        <AppShell
          workspace={workspace}
          workspaces={await listMyWorkspaces()}
          user={user}
          theme={readTheme(jar.get(THEME_COOKIE)?.value)}
          collapsed={readRailCollapsed(jar.get(RAIL_COOKIE)?.value)}
          signIn={signIn}
          signOut={signOut}
          addSamples={addSamples}
          hintsSeen={await listMyHints()}
          noteHint={noteHint}
        >
          {workspace.deletionDueAt !== null && (
            <DueBanner
              workspace={workspace}
              dueAt={workspace.deletionDueAt}
              canKeep={can('workspace:delete')}
            />
          )}
          {children}
        </AppShell>
      </QueryProvider>
    </NowProvider>
  );
}
