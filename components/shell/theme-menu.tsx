'use client';
/** Light, dark, or as the system says? */

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';

import { Menu, MenuChoice } from '@/components/ui/menu';

import { railRow } from './rail-row';
import { applyTheme, type Theme } from './theme';

const options = [
  { value: 'system', label: 'As the system', icon: <Monitor /> },
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
] as const;
const icons = { system: Monitor, light: Sun, dark: Moon };

export function ThemeMenu({ initial, collapsed }: { initial: Theme; collapsed: boolean }) {
  const [theme, setTheme] = useState(initial);
  const Icon = icons[theme];
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`Theme: ${options.find(({ value }) => value === theme)?.label}`}
          className={railRow(collapsed, 'text-soft hover:bg-hover hover:text-ink')}
        >
          <Icon className="size-4 shrink-0" aria-hidden="true" />
          {!collapsed && 'Theme'}
        </button>
      }
    >
      <MenuChoice
        label="Theme"
        value={theme}
        options={options}
        onValueChange={(next: Theme) => {
          setTheme(next);
          applyTheme(next);
        }}
      />
    </Menu>
  );
}
