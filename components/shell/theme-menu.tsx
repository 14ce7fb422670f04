'use client';
/** Light, dark, or as the system says? */

import { SunMoon } from 'lucide-react';

import { RailMenu, ThemePanel } from './rail-menu';
import { railRow } from './rail-row';
import { useShell } from './shell-context';
import { THEME_WORDS } from './theme';

export function ThemeMenu({ collapsed }: { collapsed: boolean }) {
  const { theme, setTheme } = useShell();
  return (
    <RailMenu
      label={`Theme: ${THEME_WORDS[theme]}`}
      className={railRow(collapsed, 'text-soft hover:bg-hover hover:text-ink')}
      panel={(row) => <ThemePanel {...row} theme={theme} onThemeChange={setTheme} />}
    >
      <SunMoon className="size-4 shrink-0" aria-hidden="true" />
      {!collapsed && 'Theme'}
    </RailMenu>
  );
}
