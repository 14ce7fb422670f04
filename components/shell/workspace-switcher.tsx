'use client';
/** Which workspace is this, and which others are mine? */

import { ChevronsUpDown } from 'lucide-react';

import type { WorkspaceSummary } from '@/lib/contract';

import { RailMenu, WorkspacePanel } from './rail-menu';
import { railRow } from './rail-row';
import { WorkspaceSign } from './workspace-sign';

export interface WorkspaceSwitcherProps {
  workspace: WorkspaceSummary;
  workspaces: readonly WorkspaceSummary[];
  collapsed: boolean;
}

export function WorkspaceSwitcher({ workspace, workspaces, collapsed }: WorkspaceSwitcherProps) {
  return (
    <RailMenu
      label={`Workspace ${workspace.name}: switch or create`}
      className={railRow(collapsed, 'h-9! font-medium hover:bg-hover')}
      panel={(row) => <WorkspacePanel {...row} current={workspace.id} workspaces={workspaces} />}
    >
      <WorkspaceSign name={workspace.name} />
      {!collapsed && (
        <>
          <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-soft" aria-hidden="true" />
        </>
      )}
    </RailMenu>
  );
}
