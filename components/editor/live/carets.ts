/** Where in the source are the others? A caret with a name, and what they have selected, in their colour. */

import {
  EditorSelection,
  type EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, layer, RectangleMarker } from '@codemirror/view';

import { bodyStart } from '../text/body-only';
import type { Hue } from './peer-hues';

export interface Caret extends Hue {
  tab: string;
  name: string;
  anchor: number;
  head: number;
  /** Another one as soon as the person has moved: then the name is shown again for a moment. */
  place: string;
}

/** Says anew where everybody is. */
export const setCarets = StateEffect.define<readonly Caret[]>();

/** Higher than a name is; so near to the top there is no room for one above the caret. */
const LABEL_HEIGHT = 16;
/** Nobody's name takes more, in pixels; where there is less to the right of the caret, it stands to the left. */
const LABEL_WIDTH = 192;

/** Lies over the text and takes no room in it: within a line it would be a place where the line may break. */
class CaretMarker {
  constructor(
    private readonly caret: Caret,
    private readonly at: RectangleMarker,
    /** Where the name stands, seen from the caret, and how wide it may be. */
    private readonly label: { isBelow: boolean; isLeft: boolean; width: number },
  ) {}

  eq(other: CaretMarker): boolean {
    const { isBelow, isLeft, width } = this.label;
    const { label } = other;
    const isAlike = label.isBelow === isBelow && label.isLeft === isLeft && label.width === width;
    return isAlike && this.isUnmoved(other) && this.at.eq(other.at);
  }

  /** Stays the same element where only the text around it has moved. */
  update(caret: HTMLElement, before: CaretMarker): boolean {
    if (!this.isUnmoved(before)) return false;
    this.put(caret);
    return true;
  }

  draw(): HTMLElement {
    const { name, hue, ink } = this.caret;
    const caret = document.createElement('div');
    caret.style.backgroundColor = hue;
    // A press on it is none on the text, and shall not take the keys from it.
    caret.addEventListener('mousedown', (event) => event.preventDefault());
    const label = document.createElement('span');
    label.className = 'cm-other-name';
    label.style.backgroundColor = hue;
    label.style.color = ink;
    label.textContent = name;
    caret.append(label);
    this.put(caret);
    return caret;
  }

  private isUnmoved({ caret }: CaretMarker): boolean {
    const own = this.caret;
    return caret.tab === own.tab && caret.name === own.name && caret.place === own.place;
  }

  private put(caret: HTMLElement): void {
    const { isBelow, isLeft, width } = this.label;
    caret.className = `cm-other${isBelow ? ' cm-other-below' : ''}${isLeft ? ' cm-other-left' : ''}`;
    const { left, top, height } = this.at;
    Object.assign(caret.style, { left: `${left}px`, top: `${top}px`, height: `${height}px` });
    (caret.firstChild as HTMLElement).style.maxWidth = `${width}px`;
  }
}

function markersOf(view: EditorView): CaretMarker[] {
  const { scrollLeft, clientWidth } = view.scrollDOM;
  // The line numbers lie over whatever reaches so far to the left.
  const { offsetLeft } = view.contentDOM;
  const start = bodyStart(view.state);
  return view.state.field(field).flatMap((caret) => {
    if (caret.head < start) return [];
    const [at] = RectangleMarker.forRange(view, '', EditorSelection.cursor(caret.head));
    if (!at) return [];
    const before = at.left - scrollLeft - offsetLeft;
    const after = clientWidth - offsetLeft - before;
    const isLeft = after < LABEL_WIDTH && before > after;
    const width = Math.max(0, Math.min(LABEL_WIDTH, isLeft ? before : after));
    return [new CaretMarker(caret, at, { isBelow: at.top < LABEL_HEIGHT, isLeft, width })];
  });
}

function selectionsOf(state: EditorState): DecorationSet {
  const ranges = state.field(field).flatMap(({ anchor, head, hue }) => {
    if (anchor === head) return [];
    const style = `background-color: color-mix(in srgb, ${hue} 26%, transparent)`;
    return [Decoration.mark({ attributes: { style } }).range(Math.min(anchor, head), Math.max(anchor, head))];
  });
  return RangeSet.of(ranges, true);
}

/** The carets in the text as it is now: what is typed here moves them, until they are said anew. */
const field = StateField.define<readonly Caret[]>({
  create: () => [],
  update(carets, tr) {
    const said = tr.effects.findLast((effect) => effect.is(setCarets));
    if (!said && (!tr.docChanged || carets.length === 0)) return carets;
    const { length } = tr.newDoc;
    const move = (offset: number) => (said ? Math.min(offset, length) : tr.changes.mapPos(offset, 1));
    return (said?.value ?? carets).map((caret) => ({
      ...caret,
      anchor: move(caret.anchor),
      head: move(caret.head),
    }));
  },
  provide: (self) => EditorView.decorations.compute([self], selectionsOf),
});

const overlay = layer({
  above: true,
  class: 'cm-others',
  markers: markersOf,
  update: ({ docChanged, startState, state }) => docChanged || startState.field(field) !== state.field(field),
});

const theme = EditorView.baseTheme({
  '.cm-other': { width: '2px', marginLeft: '-1px' },
  '.cm-other-name': {
    position: 'absolute',
    bottom: '100%',
    left: '0',
    boxSizing: 'border-box',
    overflow: 'hidden',
    padding: '0 4px',
    borderRadius: '3px 3px 3px 0',
    font: '600 10px/14px var(--font-sans, sans-serif)',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    userSelect: 'none',
    // It covers the line above: whoever rests is known by the colour, and by name on hover.
    animation: 'cm-other-rests 0s linear 3s forwards',
  },
  '@keyframes cm-other-rests': { to: { visibility: 'hidden' } },
  '.cm-other:hover .cm-other-name': { animation: 'none' },
  '.cm-other-below .cm-other-name': { bottom: 'auto', top: '100%', borderRadius: '0 3px 3px 3px' },
  '.cm-other-left .cm-other-name': { left: 'auto', right: '0', borderRadius: '3px 3px 0 3px' },
  '.cm-other-below.cm-other-left .cm-other-name': { borderRadius: '3px 0 3px 3px' },
});

/** Shows the others in the source. */
export function carets(): Extension {
  return [field, overlay, theme];
}
