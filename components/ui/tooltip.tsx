'use client';
/**
 * What is this? One line at the pointer's or the keyboard's place; it repeats a name, it never replaces one.
 * Our own few lines: a positioning library for a hint would cost each page 9 kB.
 */

import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

import { classNames } from './class-names';
import { Kbd } from './kbd';

type Side = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  text: ReactNode;
  shortcut?: string;
  side?: Side;
  /** One element, which has a name of its own: readers do not hear the tooltip. */
  children: ReactNode;
}

const DELAY = 400;
const GAP = 6;

/** Where the hint is anchored, and which way it grows from there. */
const places: Record<Side, { at: (box: DOMRect) => { left: number; top: number }; shift: string }> = {
  top: {
    at: (box) => ({ left: box.left + box.width / 2, top: box.top - GAP }),
    shift: '-translate-x-1/2 -translate-y-full',
  },
  bottom: {
    at: (box) => ({ left: box.left + box.width / 2, top: box.bottom + GAP }),
    shift: '-translate-x-1/2',
  },
  left: {
    at: (box) => ({ left: box.left - GAP, top: box.top + box.height / 2 }),
    shift: '-translate-x-full -translate-y-1/2',
  },
  right: {
    at: (box) => ({ left: box.right + GAP, top: box.top + box.height / 2 }),
    shift: '-translate-y-1/2',
  },
};

export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  const [anchor, setAnchor] = useState<{ left: number; top: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hint = useRef<HTMLDivElement>(null);

  function hide() {
    clearTimeout(timer.current);
    setAnchor(null);
  }
  function show(wrapper: Element, delay: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const box = wrapper.firstElementChild?.getBoundingClientRect();
      if (box) setAnchor(places[side].at(box));
    }, delay);
  }

  const shown = anchor !== null;
  useEffect(() => {
    if (!shown) return;
    keepInside(hint.current);
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setAnchor(null);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches what its one child is told
    <span
      className="contents"
      onPointerEnter={(event: PointerEvent) =>
        event.pointerType === 'mouse' && show(event.currentTarget, DELAY)
      }
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event: FocusEvent) => event.target.matches(':focus-visible') && show(event.currentTarget, 0)}
      onBlur={hide}
    >
      {children}
      {anchor &&
        createPortal(
          <div
            ref={hint}
            aria-hidden="true"
            style={anchor}
            className={classNames(
              'floating pointer-events-none fixed z-60 flex w-max max-w-80 items-center gap-2 px-2 py-1 text-small transition-opacity starting:opacity-0',
              places[side].shift,
            )}
          >
            {text}
            {shortcut && <Kbd keys={shortcut} />}
          </div>,
          document.body,
        )}
    </span>
  );
}

/** Moves the hint so far that the window does not cut it. */
function keepInside(element: HTMLElement | null): void {
  const box = element?.getBoundingClientRect();
  if (!element || !box) return;
  const over = Math.max(0, box.right - (document.documentElement.clientWidth - GAP));
  const under = Math.max(0, GAP - box.left);
  if (over || under) element.style.marginLeft = `${under - over}px`;
}
