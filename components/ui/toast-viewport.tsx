'use client';
/** How do messages stand at the foot? Three at most; they stay while hovered or focused. Loaded with the first. */

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';

import { classNames } from './class-names';
import { Status, type Tone } from './status';
import { receiveToasts, type ToastMessage } from './toasts';

const manager = Toast.createToastManager<{ tone: Tone }>();

/** Shows a message now. */
function add({ text, tone = 'neutral', action, stays, signal }: ToastMessage): void {
  if (signal?.aborted) return;
  const id = manager.add({
    title: text,
    priority: tone === 'bad' ? 'high' : 'low',
    timeout: stays ?? (action ? 12_000 : 6_000),
    data: { tone },
    actionProps: action && {
      children: action.label,
      onClick: () => {
        manager.close(id);
        action.run();
      },
    },
  });
  signal?.addEventListener('abort', () => manager.close(id));
}

export function ToastViewport() {
  // A moment later than the region itself, else readers do not hear what comes into it.
  useEffect(() => {
    const timer = setTimeout(() => receiveToasts(add), 50);
    return () => {
      clearTimeout(timer);
      receiveToasts(null);
    };
  }, []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-11 z-60 flex w-[min(26rem,calc(100vw-2rem))] flex-col gap-2 max-md:bottom-16">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager<{ tone: Tone }>();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      data-toast=""
      swipeDirection={['right', 'down']}
      className={classNames(
        'floating translate-x-(--toast-swipe-movement-x) data-limited:hidden',
        'data-starting-style:translate-y-2',
      )}
    >
      <Toast.Content className="flex min-h-10 items-center gap-2 py-1.5 pr-1.5 pl-3">
        {toast.data && toast.data.tone !== 'neutral' && <Status tone={toast.data.tone}>{null}</Status>}
        <Toast.Title render={<div />} className="min-w-0 flex-1 text-ui" />
        <Toast.Action className="h-7 shrink-0 rounded-md px-2 font-medium text-accent hover:bg-hover" />
        <Toast.Close
          aria-label="Dismiss"
          className="grid size-7 shrink-0 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink"
        >
          <X className="size-3.5" aria-hidden="true" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
