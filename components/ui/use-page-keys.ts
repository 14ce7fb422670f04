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
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || target.closest(TYPING) || isCovered()) return;
      latest.current(event, target);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Says whether a key is pressed together with one that makes it a command of the browser or the system. */
export const isChord = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey;

/** A list that was open once may stay in the document without being shown. */
const isCovered = () =>
  [...document.querySelectorAll(`:is(${OVERLAY})${IN_FRONT}`)].some(
    (overlay) => overlay.getClientRects().length > 0,
  );
