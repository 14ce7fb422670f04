'use client';
/** The panel of a `Popover`, at the button that opened it. */

import { Popover as Base } from '@base-ui/react/popover';
import { type ReactNode, useRef } from 'react';

import { focusAfter, isPressOn, type OfButton } from './use-panel-button';

export interface PopoverPanelProps extends OfButton {
  title: string;
  align?: 'start' | 'end';
  children: ReactNode;
}

export function PopoverPanel(props: PopoverPanelProps) {
  const { anchor, open, onOpenChange, title, align = 'end', children } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => (next || !isPressOn(anchor, event)) && onOpenChange(next)}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} side="bottom" align={align} sideOffset={6} className="z-50">
          <Base.Popup
            ref={popup}
            finalFocus={() => focusAfter(popup.current, anchor)}
            className="floating max-h-(--available-height) w-80 max-w-[92vw] overflow-y-auto p-3"
          >
            <Base.Title className="mb-2 text-ui font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
