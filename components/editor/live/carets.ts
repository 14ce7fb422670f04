/** Where in the source are the others? A caret with a name, and what they have selected, in their colour. */

import { type Extension, type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

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

class CaretWidget extends WidgetType {
  constructor(private readonly caret: Caret) {
    super();
  }

  override eq({ caret }: CaretWidget): boolean {
    const own = this.caret;
    return caret.tab === own.tab && caret.name === own.name && caret.place === own.place;
  }

  toDOM(): HTMLElement {
    const { name, hue, ink } = this.caret;
    const caret = document.createElement('span');
    caret.className = 'cm-other';
    caret.style.borderColor = hue;
    // Readers hear who is there from the list in the header; here it would stand in the middle of a sentence.
    caret.ariaHidden = 'true';
    const label = document.createElement('span');
    label.className = 'cm-other-name';
    label.style.backgroundColor = hue;
    label.style.color = ink;
    label.textContent = name;
    caret.append(label);
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function decorationsOf(carets: readonly Caret[], doc: Text): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const caret of carets) {
    const anchor = Math.min(caret.anchor, doc.length);
    const head = Math.min(caret.head, doc.length);
    if (anchor !== head) {
      const style = `background-color: color-mix(in srgb, ${caret.hue} 26%, transparent)`;
      ranges.push(
        Decoration.mark({ attributes: { style } }).range(Math.min(anchor, head), Math.max(anchor, head)),
      );
    }
    ranges.push(Decoration.widget({ widget: new CaretWidget(caret), side: 1 }).range(head));
  }
  return RangeSet.of(ranges, true);
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, tr) {
    const said = tr.effects.findLast((effect) => effect.is(setCarets));
    return said ? decorationsOf(said.value, tr.newDoc) : decorations.map(tr.changes);
  },
  provide: (self) => EditorView.decorations.from(self),
});

const theme = EditorView.baseTheme({
  '.cm-other': {
    position: 'relative',
    display: 'inline',
    borderLeft: '2px solid',
    marginLeft: '-1px',
    marginRight: '-1px',
  },
  '.cm-other-name': {
    position: 'absolute',
    bottom: '100%',
    left: '-2px',
    zIndex: 5,
    padding: '0 4px',
    borderRadius: '3px 3px 3px 0',
    font: '600 10px/14px var(--font-sans, sans-serif)',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    userSelect: 'none',
    // It covers the line above: whoever rests is known by the colour, and by name on hover.
    animation: 'cm-other-rests 0s linear 3s forwards',
  },
  '@keyframes cm-other-rests': { to: { visibility: 'hidden' } },
  '.cm-other:hover .cm-other-name': { animation: 'none' },
  // Above the first line, or the first one below the hidden front matter, there is no room for a name.
  '.cm-line:first-child .cm-other-name, :first-child:not(.cm-line) + .cm-line .cm-other-name': {
    bottom: 'auto',
    top: '100%',
    borderRadius: '0 3px 3px 3px',
  },
});

/** Shows the others in the source. */
export function carets(): Extension {
  return [field, theme];
}
