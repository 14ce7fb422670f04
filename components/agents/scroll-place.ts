'use client';
/** Where was the list when one left it? Kept with the entry of the history, so that the way back leads there. */

import { useEffect, useLayoutEffect, useRef } from 'react';

/** The place is kept after so much rest, in milliseconds: browsers refuse a hundred changes in half a minute. */
const PAUSE = 200;

/** Scrolls to where the list of this name was, to the top when it is new, and keeps where it is. */
export function useScrollPlace(scroller: HTMLElement | null, name: string): void {
  const latest = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!scroller || latest.current === name) return;
    latest.current = name;
    const place: unknown = window.history.state?.listPlace;
    scroller.scrollTop = typeof place === 'number' ? place : 0;
  }, [scroller, name]);
  useEffect(() => {
    if (!scroller) return;
    const element = scroller;
    let timer: ReturnType<typeof setTimeout>;
    function keep() {
      clearTimeout(timer);
      const { href } = window.location;
      timer = setTimeout(() => {
        // The page may have moved on by now.
        if (window.location.href !== href) return;
        window.history.replaceState({ ...window.history.state, listPlace: element.scrollTop }, '');
      }, PAUSE);
    }
    element.addEventListener('scroll', keep, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', keep);
    };
  }, [scroller]);
}
