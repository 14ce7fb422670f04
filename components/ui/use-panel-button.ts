'use client';
/** How does a button open a panel that is loaded when it is wanted first? What the two need of each other. */

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

/** What a panel needs of its button. */
export interface OfButton {
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The props of the button, which the arrow down presses, too, and of its panel; `load` runs as soon as the pointer or the focus comes near. */
export function usePanelButton<Kind extends 'menu' | 'dialog'>(kind: Kind, load: () => unknown) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  function press(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpen(true);
  }
  const button = {
    ref: anchor,
    'aria-haspopup': kind,
    'aria-expanded': open,
    onClick: () => setOpen(!open),
    onKeyDown: press,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
  };
  const panel: OfButton = { anchor, open, onOpenChange: setOpen };
  return { button, panel };
}

/** A press on the button is the button's own matter: it closes the panel, and must not open it again. */
export function isPressOn({ current }: OfButton['anchor'], event: Event): boolean {
  return [event.target, (event as FocusEvent).relatedTarget].some(
    (node) => node instanceof Node && current?.contains(node),
  );
}

/** Where the focus goes when a panel closes: back to its button, unless what was chosen has put it elsewhere. */
export function focusAfter(panel: HTMLElement | null, { current }: OfButton['anchor']): HTMLElement | false {
  const focused = document.activeElement;
  const isFree = focused === null || focused === document.body || panel?.contains(focused);
  return isFree && current ? current : false;
}
