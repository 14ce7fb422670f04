'use client';
/** What else is there to know or choose, right here? A small panel at the button that opens it. */

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names';

export interface PopoverProps {
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title?: ReactNode;
  children: ReactNode;
  side?: 'top' | 'bottom' | 'right' | 'left';
  align?: 'start' | 'center' | 'end';
  className?: string;
}

export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange, title, children, side = 'bottom', align = 'start', className } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50">
          <Base.Popup
            className={classNames(
              'floating max-h-(--available-height) w-80 max-w-[92vw] overflow-y-auto p-3',
              className,
            )}
          >
            {title && <Base.Title className="mb-2 text-ui font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
