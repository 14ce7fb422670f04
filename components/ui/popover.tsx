'use client';
/** What else is there to know or choose, right here? A button whose small panel is loaded when it is wanted first. */

import { lazy, type ReactNode } from 'react';

import { OnceWanted } from './once-wanted';
import { usePanelButton } from './use-panel-button';

const load = () => import('./popover-panel');
const PopoverPanel = lazy(async () => ({ default: (await load()).PopoverPanel }));

export interface PopoverProps {
  /** Makes the button that opens it, of the props that it needs for that. */
  trigger: (button: ReturnType<typeof usePanelButton<'dialog'>>['button']) => ReactNode;
  title: string;
  /** What the panel holds, given what closes it. */
  children: (close: () => void) => ReactNode;
}

export function Popover({ trigger, title, children }: PopoverProps) {
  const { button, panel } = usePanelButton('dialog', load);
  return (
    <>
      {trigger(button)}
      <OnceWanted wanted={panel.open}>
        <PopoverPanel {...panel} title={title}>
          {children(() => panel.onOpenChange(false))}
        </PopoverPanel>
      </OnceWanted>
    </>
  );
}
