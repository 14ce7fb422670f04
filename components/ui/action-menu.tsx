'use client';
/** Which of these actions? A button whose menu is loaded when it is wanted first. */

import { lazy } from 'react';

import type { ActionPanelProps } from './action-panel';
import { Button, type ButtonProps } from './button';
import { OnceWanted } from './once-wanted';
import { usePanelButton } from './use-panel-button';

const load = () => import('./action-panel');
const ActionPanel = lazy(async () => ({ default: (await load()).ActionPanel }));

export interface ActionMenuProps extends ButtonProps {
  /** The rows of the menu. */
  actions: ActionPanelProps['actions'];
  /** The classes of the menu. */
  panelClassName?: string;
}

export function ActionMenu({ actions, panelClassName, ...rest }: ActionMenuProps) {
  const { button, panel } = usePanelButton('menu', load);
  return (
    <>
      <Button {...rest} {...button} />
      <OnceWanted wanted={panel.open}>
        <ActionPanel {...panel} actions={actions} className={panelClassName} />
      </OnceWanted>
    </>
  );
}
