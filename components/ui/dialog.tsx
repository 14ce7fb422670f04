'use client';
/** What must be said or asked before going on? A window over the page; on a phone it rises from the foot. */

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode, RefObject } from 'react';

import { classNames } from './class-names';

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it; leave it out for a dialog that the code opens. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, the primary one last. `DialogClose` closes. */
  footer?: ReactNode;
  size?: 'narrow' | 'regular' | 'wide' | 'full';
  initialFocus?: RefObject<HTMLElement | null>;
  /** A press outside does not close: use it when there is work to lose. */
  persistent?: boolean;
  /** False leaves the way out to the buttons of the footer alone. */
  closable?: boolean;
}

const widths = {
  narrow: 'md:max-w-100',
  regular: 'md:max-w-140',
  wide: 'md:max-w-200',
  full: 'md:max-w-300',
};

/** The classes of the window and of the veil, shared with the alert dialog. */
export const dialogClasses = {
  veil: 'fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
  frame: 'fixed inset-0 z-40 grid items-end justify-items-center md:items-center md:p-6',
  popup:
    'floating relative flex max-h-[92dvh] w-full flex-col rounded-b-none! md:max-h-[84dvh] md:rounded-b-lg!',
  title: 'text-heading',
  footer:
    'flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3 max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))]',
};

export function Dialog(props: DialogProps) {
  const { open, onOpenChange, trigger, title, description, children, footer, size = 'regular' } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={props.persistent}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={dialogClasses.veil} />
        <Base.Viewport className={dialogClasses.frame}>
          <Base.Popup
            initialFocus={props.initialFocus}
            className={classNames(dialogClasses.popup, widths[size])}
          >
            <div className="pt-3.5 pr-12 pb-3 pl-4">
              <Base.Title className={dialogClasses.title}>{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-soft">{description}</Base.Description>}
            </div>
            {/* The room at the top is for the ring of a first field that has the focus. */}
            {children && (
              <div className="-mt-1 min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4">{children}</div>
            )}
            {footer && <div className={dialogClasses.footer}>{footer}</div>}
            {/* Last in the order of Tab, so that what was opened has the focus and not the way out. */}
            {props.closable !== false && (
              <Base.Close
                aria-label="Close"
                className="absolute top-2.5 right-2.5 grid size-7 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink max-md:size-10"
              >
                <X className="size-4" aria-hidden="true" />
              </Base.Close>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog it stands in: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = Base.Close;
