'use client';
/** Which shortcuts does the shell itself answer to? Those that work everywhere. */

import { useRouter } from 'next/navigation';

import { leaveBy } from '@/components/drafts/leave-guard';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { EVERYWHERE_KEYS } from '@/lib/client/shortcuts/everywhere';
import type { WorkspaceSummary } from '@/lib/contract';
import { can } from '@/lib/policy';

export interface ShellKeys {
  workspace: WorkspaceSummary;
  onPalette: () => void;
  onKeys: () => void;
}

export function useShellKeys({ workspace, onPalette, onKeys }: ShellKeys): void {
  const router = useRouter();
  const go = (path: string) => () => leaveBy(() => router.push(`/w/${workspace.slug}/${path}`));
  useShortcuts(EVERYWHERE_KEYS, {
    palette: onPalette,
    keys: onKeys,
    'go-agents': go('agents'),
    'go-duplicates': go('duplicates'),
    'go-merges': go('merges'),
    'go-activity': go('activity'),
    'go-reviews': go('reviews'),
    'go-inbox': go('inbox'),
    'go-settings': go('settings'),
    'go-people': go('members'),
    'go-new':
      can(workspace.role, 'agent:create') && workspace.deletionDueAt === null ? go('agents/new') : undefined,
  });
}
