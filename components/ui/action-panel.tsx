'use client';
/** What does the menu of an `ActionMenu` show? A row for each action. */

import { Fragment } from 'react';

import { MenuItem, type MenuItemProps, MenuPanel, MenuSeparator } from './menu';
import type { OfButton } from './use-panel-button';

export interface MenuAction extends Pick<MenuItemProps, 'icon' | 'detail' | 'tone'> {
  label: string;
  onSelect: () => void;
  /** A line sets it apart from those before it. */
  apart?: boolean;
}

export interface ActionPanelProps extends OfButton {
  actions: readonly MenuAction[];
  className?: string;
}

export function ActionPanel({ actions, ...panel }: ActionPanelProps) {
  return (
    <MenuPanel {...panel} align="end">
      {actions.map(({ label, apart, ...row }) => (
        <Fragment key={label}>
          {apart && <MenuSeparator />}
          <MenuItem {...row}>{label}</MenuItem>
        </Fragment>
      ))}
    </MenuPanel>
  );
}
