/** How does the page get from one row of pieces to the next by touching only what changed? */

/** One piece of a pane; equal content looks equal. */
export interface Shown {
  content: string;
  element: Element;
}

/** Makes the elements of some pieces, one for each. */
export type Build = (contents: readonly string[]) => Element[];

/** What to do next: replace `remove` elements from `start` by those of `contents`. */
export interface Step {
  start: number;
  remove: number;
  contents: readonly string[];
}

/** Returns the next step from what is shown to what is wanted, at most `most` pieces of it; null when they agree. */
export function nextStep(shown: readonly string[], wanted: readonly string[], most: number): Step | null {
  let start = 0;
  while (start < shown.length && start < wanted.length && shown[start] === wanted[start]) start++;
  let tail = 0;
  const limit = Math.min(shown.length, wanted.length) - start;
  while (tail < limit && shown[shown.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  const remove = shown.length - tail - start;
  const add = wanted.length - tail - start;
  if (remove === 0 && add === 0) return null;
  const isLast = add <= most;
  return {
    start,
    remove: isLast ? remove : Math.min(most, remove),
    contents: wanted.slice(start, start + Math.min(add, most)),
  };
}

/** How long one frame may spend on the pane, in milliseconds. */
const FRAME_BUDGET = 6;
const PIECES_A_STEP = 24;

/** Keeps a pane in step with its pieces: at once what fits into a frame, the rest in the following frames. */
export class PanePatcher {
  private shown: string[] = [];
  private elements: Element[] = [];
  private wanted: readonly string[] = [];
  private frame = 0;

  constructor(
    private readonly parent: Element,
    private readonly build: Build,
  ) {}

  /** Shows these pieces. */
  show(wanted: readonly string[]): void {
    this.wanted = wanted;
    this.work();
  }

  /** Where the piece with this index stands, if it is shown. */
  elementAt(index: number): Element | undefined {
    return this.elements[index];
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.parent.replaceChildren();
    this.shown = [];
    this.elements = [];
  }

  private work = (): void => {
    cancelAnimationFrame(this.frame);
    const end = performance.now() + FRAME_BUDGET;
    for (let step = this.next(); step; step = this.next()) {
      this.apply(step);
      if (performance.now() > end) {
        this.frame = requestAnimationFrame(this.work);
        return;
      }
    }
  };

  private next(): Step | null {
    return nextStep(this.shown, this.wanted, PIECES_A_STEP);
  }

  private apply({ start, remove, contents }: Step): void {
    const made = this.build(contents);
    const before = this.elements[start + remove] ?? null;
    for (const element of this.elements.slice(start, start + remove)) element.remove();
    for (const element of made) this.parent.insertBefore(element, before);
    this.elements.splice(start, remove, ...made);
    this.shown.splice(start, remove, ...contents);
  }
}
