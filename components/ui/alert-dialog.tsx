'use client';
/** Really? A question that only its own buttons answer; the harmless answer has the focus. */

import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactElement, type ReactNode, useRef } from 'react';

import { Button } from './button';
import { classNames } from './class-names';
import { dialogClasses } from './dialog';

export interface AlertDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** A verb: "Remove", "Discard changes". */
  confirm: string;
  cancel?: string;
  tone?: 'danger' | 'primary';
  busy?: boolean;
  onConfirm: () => void;
}

export function AlertDialog(props: AlertDialogProps) {
  const { open, onOpenChange, trigger, title, children, confirm, cancel = 'Cancel', tone = 'danger' } = props;
  const harmless = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={dialogClasses.veil} />
        <Base.Viewport className={dialogClasses.frame}>
          <Base.Popup initialFocus={harmless} className={classNames(dialogClasses.popup, 'md:max-w-110')}>
            <div className="px-4 pt-3.5 pb-4">
              <Base.Title className={dialogClasses.title}>{title}</Base.Title>
              <Base.Description render={<div />} className="mt-1 text-soft">
                {children}
              </Base.Description>
            </div>
            <div className={dialogClasses.footer}>
              <Base.Close ref={harmless} render={<Button>{cancel}</Button>} />
              <Button tone={tone} busy={props.busy} onClick={props.onConfirm}>
                {confirm}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
