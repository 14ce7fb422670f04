/** What colours has the source? The visible lines are coloured, each by itself. */

import { type EditorState, type Extension, type Line, type Range, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

import { colourMarkdown, colourYaml, fenceOf, type Stretch } from './colour-line';
import { fileField } from './file-field';

/** Says the inks of one line after the other. */
type Colour = (line: Line) => readonly Stretch[];

/** Markdown below YAML front matter, as the lens found it: also after a BOM and with any line ends. */
export function agentFileColours(): Extension {
  return colours((state, from) => {
    const { frontMatter, body } = state.field(fileField);
    const isCode = codeFrom(state, Math.max(from, body.from), body.from);
    return (line) => {
      if (line.from >= body.from) return isCode(line.text) ? code(line) : colourMarkdown(line.text);
      const isYaml = frontMatter && line.from >= frontMatter.range.from && line.from < frontMatter.range.to;
      return isYaml ? colourYaml(line.text) : [{ from: 0, to: line.length, ink: 'mark' }];
    };
  });
}

/** YAML alone, for the small editors of nested values. */
export function yamlColours(): Extension {
  return colours(() => (line) => colourYaml(line.text));
}

function code(line: Line): Stretch[] {
  return [{ from: 0, to: line.length, ink: 'code' }];
}

/** Says of each line from `from` on whether it belongs to a fenced block; those before it are looked through first. */
function codeFrom(state: EditorState, from: number, bodyFrom: number): (line: string) => boolean {
  let open: string | null = null;
  const isCode = (text: string): boolean => {
    const fence = fenceOf(text);
    if (open === null) {
      open = fence;
      return fence !== null;
    }
    const closes =
      fence !== null && fence[0] === open[0] && fence.length >= open.length && text.trim() === fence;
    if (closes) open = null;
    return true;
  };
  for (const line of state.sliceDoc(bodyFrom, from).split('\n')) {
    if (line.includes('```') || line.includes('~~~')) isCode(line);
  }
  return isCode;
}

function colours(start: (state: EditorState, from: number) => Colour): Extension {
  return ViewPlugin.fromClass(
    class {
      inks: DecorationSet;
      constructor(view: EditorView) {
        this.inks = paint(view, start);
      }
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.inks = paint(update.view, start);
      }
    },
    { decorations: (plugin) => plugin.inks },
  );
}

const marks = new Map<string, Decoration>();

function markOf(ink: string): Decoration {
  const mark = marks.get(ink) ?? Decoration.mark({ class: `cm-ink-${ink}` });
  marks.set(ink, mark);
  return mark;
}

function paint(view: EditorView, start: (state: EditorState, from: number) => Colour): DecorationSet {
  const { state } = view;
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const first = state.doc.lineAt(from);
    const colour = start(state, first.from);
    for (let line = first; ; line = state.doc.line(line.number + 1)) {
      for (const stretch of colour(line)) {
        if (stretch.from === stretch.to) continue;
        ranges.push(markOf(stretch.ink).range(line.from + stretch.from, line.from + stretch.to));
      }
      if (line.to >= to || line.number === state.doc.lines) break;
    }
  }
  return RangeSet.of(ranges, true);
}
