'use client';
/** The rail on a phone: it comes from the left and goes when one has chosen. */

import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

import { dialogClasses } from '@/components/ui/dialog';

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

export function Drawer({ open, onOpenChange, children }: DrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogClasses.veil} />
        <Dialog.Popup
          aria-label="Workspace"
          className="fixed inset-y-0 left-0 z-40 w-72 max-w-[85vw] bg-sunken shadow-float transition-transform data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
