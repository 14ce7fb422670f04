'use client';
/** How much room has each pane? Dividers that the pointer drags and the arrow keys move; the shares are remembered. */

import {
  Children,
  Fragment,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';

import { classNames } from './class-names';
import { moveDivider, splitCookie, writeSplitSizes } from './split-sizes';

export interface SplitPaneProps {
  /** Names the cookie that remembers the shares; the page reads it with `readSplitSizes` and passes `sizes`. */
  id: string;
  /** First shares, adding up to 1: what the cookie says, or the page's own. One for each child. */
  sizes: readonly number[];
  /** What a double click on a divider brings back. */
  defaultSizes?: readonly number[];
  /** The least width of each pane in pixels. */
  minimums: readonly number[];
  /** What each pane holds, for readers: "Form", "Source", "Preview". */
  labels: readonly string[];
  children: ReactNode;
  className?: string;
}

const STEP = 24;

export function SplitPane(props: SplitPaneProps) {
  const { id, minimums, labels, children, className } = props;
  const [sizes, setSizes] = useState<readonly number[]>(props.sizes);
  const latest = useRef<readonly number[]>(sizes);
  const root = useRef<HTMLDivElement>(null);
  const made = useId();
  const panes = Children.toArray(children);

  function apply(next: readonly number[], remember: boolean) {
    latest.current = next;
    setSizes(next);
    if (remember) {
      document.cookie = `${splitCookie(id)}=${writeSplitSizes(next)};path=/;max-age=31536000;samesite=lax`;
    }
  }

  function shift(index: number, pixels: number, from: readonly number[], remember: boolean) {
    const width = root.current?.clientWidth || 1;
    const least = minimums.map((minimum) => minimum / width);
    apply(moveDivider(from, index, pixels / width, least), remember);
  }

  function drag(index: number, event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    const divider = event.currentTarget;
    const start = event.clientX;
    const from = latest.current;
    divider.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => shift(index, moved.clientX - start, from, false);
    const end = () => {
      divider.removeEventListener('pointermove', move);
      apply(latest.current, true);
    };
    divider.addEventListener('pointermove', move);
    divider.addEventListener('lostpointercapture', end, { once: true });
  }

  function press(index: number, event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -1e6, End: 1e6 };
    const pixels = steps[event.key];
    if (pixels === undefined) return;
    event.preventDefault();
    shift(index, event.shiftKey ? pixels * 4 : pixels, latest.current, true);
  }

  return (
    <div ref={root} className={classNames('flex min-h-0 min-w-0', className)}>
      {panes.map((pane, index) => (
        <Fragment key={labels[index]}>
          {index > 0 && (
            <div
              role="separator"
              tabIndex={0}
              aria-orientation="vertical"
              aria-label={`Width of ${labels[index - 1]}`}
              aria-controls={`${made}-${index - 1}`}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round((sizes[index - 1] ?? 0) * 100)}
              onPointerDown={(event) => drag(index - 1, event)}
              onKeyDown={(event) => press(index - 1, event)}
              onDoubleClick={() => apply(props.defaultSizes ?? props.sizes, true)}
              className="group relative z-10 -mx-1 w-2.25 shrink-0 cursor-col-resize touch-none focus-visible:outline-none"
            >
              <div className="mx-auto h-full w-px bg-line group-hover:w-0.5 group-hover:bg-accent group-focus-visible:w-0.5 group-focus-visible:bg-accent group-active:w-0.5 group-active:bg-accent" />
            </div>
          )}
          <div
            id={`${made}-${index}`}
            className="flex min-h-0 min-w-0 flex-col"
            // A sum above 1, so that the panes fill the room also while one of them is hidden.
            style={{ flex: `${(sizes[index] ?? 0) * 100} 1 0` }}
          >
            {pane}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
