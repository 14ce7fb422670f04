/** Which blocks (headings, paragraphs, items, tables, code) does a Markdown text have, line by line? */

import type { TextRange } from '@/lib/text';
import { BlockEnds, COMMENT } from './block-ends';
import {
  isBoldLine,
  isDelimiterRow,
  isDrawing,
  isRule,
  isTag,
  type Line,
  listLines,
  type Marker,
  readFence,
  readHeading,
  readMarker,
} from './lines';

export type BlockType =
  | 'heading'
  | 'label'
  | 'paragraph'
  | 'quote'
  | 'item'
  | 'row'
  | 'code'
  | 'tag'
  | 'rule';

export interface SourceBlock {
  type: BlockType;
  range: TextRange;
  /** Of a heading its words, of an item its first line without the marker; else the range. */
  words: TextRange;
  /** Level of a heading; nesting of an item. */
  depth: number;
  kind: Marker['kind'] | null;
  /** Index of the item that it stands in. */
  item: number | null;
  /** Blocks of one list, or of one table, have the same. */
  group: number;
  column: number;
}

interface OpenItem {
  column: number;
  index: number;
  depth: number;
  kind: Marker['kind'];
}

const LONGEST_SETEXT = 80;

/** Returns the blocks of a range in their order; together they hold every character that is not blank. Linear. */
export function listBlocks(text: string, range: TextRange): SourceBlock[] {
  const scan = new Scan(text, listLines(text, range));
  while (scan.at < scan.lines.length) scan.next();
  return scan.blocks;
}

/** One pass over the lines; the state that Markdown's lists need. */
class Scan {
  blocks: SourceBlock[] = [];
  at = 0;
  private items: OpenItem[] = [];
  private groups = 0;
  /** The list that the next item goes on with. */
  private list: { group: number; kind: Marker['kind'] } | null = null;
  /** Whether the next line of words runs on in the last block. */
  private runsOn = false;
  private afterBlank = true;
  private readonly ends: BlockEnds;

  constructor(
    readonly text: string,
    readonly lines: Line[],
  ) {
    this.ends = new BlockEnds(text, lines);
  }

  next() {
    const line = this.lines[this.at];
    if (!line) return;
    if (line.start === line.end) {
      this.at++;
      this.runsOn = false;
      this.afterBlank = true;
      return;
    }
    const source = this.text.slice(line.start, line.end);
    this.read(line, source);
    this.afterBlank = false;
  }

  private read(line: Line, source: string) {
    if (this.readUnderline(source)) return;
    if (isRule(source) && !source.startsWith('=')) return this.addLine('rule', line);
    const heading = readHeading(this.text, line);
    if (heading) {
      this.items = [];
      return this.addLine('heading', line, { depth: heading.level, words: heading.words });
    }
    const marker = readMarker(this.text, line);
    if (marker) return this.addItem(line, marker);
    if (this.readWhole(line, source)) return;
    this.leaveItems(line);
    if (isTag(source)) return this.addLine('tag', line);
    if (this.items.length === 0 && isBoldLine(source)) return this.addLine('label', line);
    this.addWords(line, source.startsWith('>') ? 'quote' : 'paragraph');
  }

  /** Code, comments and tables, which end where they say. */
  private readWhole(line: Line, source: string): boolean {
    const fence = readFence(source);
    if (fence) {
      this.leaveItems(line);
      this.addLines('code', line, this.ends.endOfFence(this.at, fence.signs, fence.info));
      return true;
    }
    if (source.startsWith(COMMENT)) {
      const end = this.ends.endOfComment(this.at);
      if (end !== null) this.addLines('code', line, end);
      return end !== null;
    }
    if (isDrawing(source)) {
      this.leaveItems(line);
      this.addLines('code', line, this.ends.endOfDrawing(this.at));
      return true;
    }
    if (source.includes('|') && this.readTable(line)) return true;
    if (this.items.length > 0 || !this.afterBlank || line.column < 4) return false;
    this.addLines('code', line, this.ends.endOfIndented(this.at));
    return true;
  }

  /** `===` or `---` below one short line makes a heading of it. */
  private readUnderline(source: string): boolean {
    const last = this.blocks[this.blocks.length - 1];
    if (!this.runsOn || last?.type !== 'paragraph' || last.item !== null || !isUnderline(source))
      return false;
    const words = this.text.slice(last.range.from, last.range.to);
    const isShort = words.length <= LONGEST_SETEXT && !/\n|[.!?。:：]$/.test(words);
    if (!isShort) return false;
    last.type = 'heading';
    last.depth = source.startsWith('=') ? 1 : 2;
    last.range.to = this.lines[this.at]?.end ?? last.range.to;
    this.runsOn = false;
    this.at++;
    return true;
  }

  private readTable(line: Line): boolean {
    const next = this.lines[this.at + 1];
    if (!next || !isDelimiterRow(this.text.slice(next.start, next.end))) return false;
    this.leaveItems(line);
    this.groups++;
    this.addLines('row', line, this.at + 1, false);
    for (;;) {
      const row = this.lines[this.at];
      if (!row || !this.text.slice(row.start, row.end).includes('|')) return true;
      this.addLines('row', row, this.at, false);
    }
  }

  private addItem(line: Line, marker: Marker) {
    this.leaveForItem(marker);
    const above = this.items[this.items.length - 1];
    const depth = above ? above.depth + 1 : 0;
    const index = this.blocks.length;
    const fence = readFence(this.text.slice(marker.content, line.end));
    const markerEnd = line.start + this.text.slice(line.start, marker.content).trimEnd().length;
    if (!above && this.list?.kind !== marker.kind) this.list = { group: ++this.groups, kind: marker.kind };
    this.blocks.push({
      type: 'item',
      range: { from: line.start, to: fence ? markerEnd : line.end },
      words: { from: marker.content, to: fence ? marker.content : line.end },
      depth,
      kind: marker.kind,
      item: above?.index ?? null,
      group: this.list?.group ?? this.groups,
      column: line.column,
    });
    this.items.push({ column: marker.column, index, depth, kind: marker.kind });
    this.runsOn = !fence;
    if (fence)
      this.addLines(
        'code',
        { ...line, start: marker.content },
        this.ends.endOfFence(this.at, fence.signs, fence.info),
      );
    else this.at++;
  }

  /** An item hangs under one that stands at least two columns to its left, or under the step right above it. */
  private leaveForItem(marker: Marker) {
    for (;;) {
      const top = this.items[this.items.length - 1];
      if (!top) return;
      if (marker.column >= top.column + 2) return;
      const isBelowStep = top.kind === 'step' && marker.kind === 'bullet' && marker.column >= top.column;
      if (isBelowStep && !this.afterBlank) return;
      this.items.pop();
    }
  }

  /** Words behind a blank line stay in an item only when they are indented. */
  private leaveItems(line: Line) {
    if (this.runsOn) return;
    for (;;) {
      const top = this.items[this.items.length - 1];
      if (!top || line.column >= top.column + 2) return;
      this.items.pop();
    }
  }

  private addWords(line: Line, type: 'paragraph' | 'quote') {
    const last = this.blocks[this.blocks.length - 1];
    if (this.runsOn && last && (last.type === type || (last.type === 'item' && type === 'paragraph'))) {
      last.range.to = line.end;
      last.words.to = line.end;
      this.at++;
      return;
    }
    this.addLine(type, line);
    this.runsOn = true;
  }

  private addLine(type: BlockType, line: Line, more: { depth?: number; words?: TextRange } = {}) {
    this.addLines(type, line, this.at);
    const added = this.blocks[this.blocks.length - 1];
    if (added) Object.assign(added, more);
  }

  private addLines(type: BlockType, first: Line, last: number, isOwnGroup = true) {
    if (isOwnGroup) this.groups++;
    const range = { from: first.start, to: this.lines[last]?.end ?? first.end };
    const top = this.items[this.items.length - 1];
    if (!top) this.list = null;
    this.blocks.push({
      type,
      range,
      words: { ...range },
      depth: top ? top.depth + 1 : 0,
      kind: null,
      item: top?.index ?? null,
      group: this.groups,
      column: first.column,
    });
    this.runsOn = false;
    this.at = last + 1;
  }
}

function isUnderline(source: string): boolean {
  return /^(?:=+|-+)$/.test(source);
}
