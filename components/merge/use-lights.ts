'use client';
/**
 * What lights up under the pointer or the focus? Set on the elements themselves: thousands of rows need not be rendered
 * anew for each move of the pointer.
 */

import { type RefObject, useEffect, useRef } from 'react';

import type { Light, Lights } from './model/lights';

/** Lights every element of the board that carries a `data-light` which belongs to what is pointed at. */
export function useLights(board: RefObject<HTMLElement | null>, lights: Lights): void {
  const latest = useRef(lights);
  latest.current = lights;
  useEffect(() => {
    const root = board.current;
    if (!root) return;
    let shown: string | null = null;
    const show = (light: string | null) => {
      if (light === shown) return;
      shown = light;
      for (const element of root.querySelectorAll('[data-lit]')) element.removeAttribute('data-lit');
      if (light === null) return;
      for (const each of latest.current.of(light as Light)) {
        for (const element of root.querySelectorAll(`[data-light="${CSS.escape(each)}"]`))
          element.setAttribute('data-lit', each === light ? 'self' : 'peer');
      }
    };
    const lightAt = (target: EventTarget | null) =>
      target instanceof Element ? (target.closest<HTMLElement>('[data-light]')?.dataset.light ?? null) : null;
    const focused = () => lightAt(document.activeElement);
    const over = (event: PointerEvent) => show(lightAt(event.target) ?? focused());
    const leave = () => show(focused());
    const focus = (event: FocusEvent) => show(lightAt(event.target));
    root.addEventListener('pointerover', over);
    root.addEventListener('pointerleave', leave);
    root.addEventListener('focusin', focus);
    return () => {
      root.removeEventListener('pointerover', over);
      root.removeEventListener('pointerleave', leave);
      root.removeEventListener('focusin', focus);
    };
  }, [board]);
}
