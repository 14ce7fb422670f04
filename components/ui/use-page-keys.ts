'use client';
/** Which key presses are meant for the page itself, and not for a field in it or for what lies over it? */

import { useEffect, useRef } from 'react';

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** A toast covers nothing; what is closing is no longer in the way. */
const IN_FRONT = ':not([data-toast], [data-closed])';

/** Hears the key presses that nobody took, while nothing is typed and nothing lies over the page; with what has the focus. */
export function usePageKeys(onPress: (event: KeyboardEvent, target: Element) => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (isForPage(event)) latest.current(event, targetOf(event));
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const targetOf = ({ target }: Event): Element => (target instanceof Element ? target : document.body);

/** Says whether a press, or a paste, is meant for the page itself: nobody took it, and nothing is typed or lies over it. */
export const isForPage = (event: Event): boolean =>
  !event.defaultPrevented && !targetOf(event).closest(TYPING) && !isCovered();

/** Says whether something lies over the page. A list that was open once may stay in the document without being shown. */
export const isCovered = (): boolean =>
  [...document.querySelectorAll(`:is(${OVERLAY})${IN_FRONT}`)].some(
    (overlay) => overlay.getClientRects().length > 0,
  );
