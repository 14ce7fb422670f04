'use client';
/** Light, dark, or as the system says? */

import { SunMoon } from 'lucide-react';
import { useState } from 'react';

import { RailMenu, ThemePanel } from './rail-menu';
import { railRow } from './rail-row';
import { applyTheme, THEME_WORDS, type Theme } from './theme';

export function ThemeMenu({ initial, collapsed }: { initial: Theme; collapsed: boolean }) {
  const [theme, setTheme] = useState(initial);
  function change(next: Theme) {
    setTheme(next);
    applyTheme(next);
  }
  return (
    <RailMenu
      label={`Theme: ${THEME_WORDS[theme]}`}
      className={railRow(collapsed, 'text-soft hover:bg-hover hover:text-ink')}
      panel={(row) => <ThemePanel {...row} theme={theme} onThemeChange={change} />}
    >
      <SunMoon className="size-4 shrink-0" aria-hidden="true" />
      {!collapsed && 'Theme'}
    </RailMenu>
  );
}
