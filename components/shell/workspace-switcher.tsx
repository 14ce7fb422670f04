'use client';
/** Which workspace is this, and which others are mine? */

import { Check, ChevronsUpDown, Plus } from 'lucide-react';

import { Menu, MenuGroup, MenuLink, MenuSeparator } from '@/components/ui/menu';
import type { WorkspaceSummary } from '@/lib/contract';

import { railRow } from './rail-row';

export interface WorkspaceSwitcherProps {
  workspace: WorkspaceSummary;
  workspaces: readonly WorkspaceSummary[];
  collapsed: boolean;
}

export function WorkspaceSwitcher({ workspace, workspaces, collapsed }: WorkspaceSwitcherProps) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Workspace ${workspace.name}: switch or create`}
          className={railRow(collapsed, 'h-9! font-medium hover:bg-hover')}
        >
          <WorkspaceSign name={workspace.name} />
          {!collapsed && (
            <>
              <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
              <ChevronsUpDown className="size-3.5 shrink-0 text-soft" aria-hidden="true" />
            </>
          )}
        </button>
      }
    >
      <MenuGroup label="Workspaces">
        {workspaces.map((other) => (
          <MenuLink
            key={other.id}
            href={`/w/${other.slug}/agents`}
            icon={<WorkspaceSign name={other.name} />}
            aside={
              other.id === workspace.id ? (
                <Check className="size-3.5 text-accent" aria-label="this one" />
              ) : (
                other.role
              )
            }
          >
            {other.name}
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuLink href="/w/new" icon={<Plus />}>
        Create a workspace
      </MenuLink>
    </Menu>
  );
}

function WorkspaceSign({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-5 shrink-0 place-items-center rounded-sm bg-accent text-small font-semibold text-on-accent"
    >
      {[...name.trim()][0]?.toLocaleUpperCase('en') ?? '·'}
    </span>
  );
}
