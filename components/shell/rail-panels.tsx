'use client';
/** What do the menus of the rail hold? */

import { Check, LogOut, Monitor, Moon, Plus, Sun, UserRound } from 'lucide-react';

import {
  MenuChoice,
  MenuGroup,
  MenuItem,
  MenuLink,
  MenuPanel,
  type MenuPanelProps,
  MenuSeparator,
} from '@/components/ui/menu';
import type { WorkspaceSummary } from '@/lib/contract';

import { THEME_WORDS, THEMES, type Theme } from './theme';
import { WorkspaceSign } from './workspace-sign';

type Row = Pick<MenuPanelProps, 'anchor' | 'open' | 'onOpenChange'>;

export interface WorkspacePanelProps extends Row {
  current: string;
  workspaces: readonly WorkspaceSummary[];
}

export function WorkspacePanel({ current, workspaces, ...row }: WorkspacePanelProps) {
  return (
    <MenuPanel {...row}>
      <MenuGroup label="Workspaces">
        {workspaces.map(({ id, slug, name, role }) => (
          <MenuLink
            key={id}
            href={`/w/${slug}/agents`}
            icon={<WorkspaceSign name={name} />}
            aside={id === current ? <Check className="size-3.5 text-accent" aria-label="this one" /> : role}
          >
            {name}
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuLink href="/w/new" icon={<Plus />}>
        Create a workspace
      </MenuLink>
    </MenuPanel>
  );
}

const themeIcons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

export interface ThemePanelProps extends Row {
  theme: Theme;
  onThemeChange: (theme: Theme) => void;
}

export function ThemePanel({ theme, onThemeChange, ...row }: ThemePanelProps) {
  const options = THEMES.map((value) => {
    const Icon = themeIcons[value];
    return { value, label: THEME_WORDS[value], icon: <Icon /> };
  });
  return (
    <MenuPanel {...row} side="top">
      <MenuChoice label="Theme" value={theme} options={options} onValueChange={onThemeChange} />
    </MenuPanel>
  );
}

export interface AccountPanelProps extends Row {
  email: string;
  onSignOut: () => void;
}

export function AccountPanel({ email, onSignOut, ...row }: AccountPanelProps) {
  return (
    <MenuPanel {...row} side="top">
      <MenuGroup label={email}>
        <MenuLink href="/account" icon={<UserRound />}>
          Account
        </MenuLink>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </MenuPanel>
  );
}
