/** Which instructions does a Markdown body hold, and where? */

import type { TextRange } from '@/lib/text';
import { listBlocks, type SourceBlock } from './blocks';
import { readLabel } from './labels';
import { listSentences } from './sentences';
import type { Unit, UnitKind } from './types';

/** Bold lines that stand for headings rank below all of Markdown's. */
const LABEL_LEVEL = 7;
const LONGEST_HEADING = 200;
const ENDS_WITH_COLON = /[:：](?:\*\*|__)?$/;

/**
 * Splits a text, or a range of it, into its instructions; the ranges are offsets into the whole text and tile it. Takes
 * linear time, whatever the text.
 *
 * @example splitBody('You will:\n- test\n- lint').map((unit) => unit.kind) // ['heading', 'bullet', 'bullet']
 */
export function splitBody(text: string, range: TextRange = { from: 0, to: text.length }): Unit[] {
  const blocks = listBlocks(text, range);
  const splitter = new Splitter(text, blocks);
  for (const [at, block] of blocks.entries()) splitter.add(block, at);
  return splitter.units;
}

class Splitter {
  units: Unit[] = [];
  /** The unit of each block that others may hang under. */
  private unitOf: number[] = [];
  private path: { level: number; words: string }[] = [];
  private headings: string[] = [];
  /** The line that introduces the next block. */
  private intro: number | null = null;
  private introGroup = -1;

  constructor(
    private readonly text: string,
    private readonly blocks: SourceBlock[],
  ) {}

  add(block: SourceBlock, at: number) {
    if (block.item === null && block.type === 'paragraph') this.leaveLabel(at);
    const start = this.units.length;
    const isIntroduced = block.item === null && isIntroducible(block);
    if (!isIntroduced) this.intro = null;
    else if (this.introGroup === -1) this.introGroup = block.group;
    else if (this.introGroup !== block.group) this.intro = null;
    const parent =
      block.item === null ? (isIntroduced ? this.intro : null) : (this.unitOf[block.item] ?? null);
    ADD[block.type](this, block, at, parent);
    this.unitOf[at] = start;
  }

  push(
    block: SourceBlock,
    kind: UnitKind,
    range: TextRange,
    text: string,
    parent: number | null,
    more: Partial<Unit> = {},
  ) {
    const isTitled = kind === 'bullet' || kind === 'step' || kind === 'sentence';
    const index = this.units.length;
    this.units.push({
      index,
      kind,
      range: { from: range.from, to: range.to },
      text,
      headings: this.headings,
      parent,
      depth: block.depth,
      label: isTitled ? (readLabel(text)?.label ?? null) : null,
      block: block.group,
      ...more,
    });
  }

  pushHeading(block: SourceBlock, level: number, depth: number) {
    const text = oneLine(this.text, block.words);
    while ((this.path[this.path.length - 1]?.level ?? 0) >= level) this.path.pop();
    this.headings = this.path.map(({ words }) => words);
    this.push(block, 'heading', block.range, text, null, { depth });
    this.path.push({ level, words: plainTitle(text) });
    this.headings = this.path.map(({ words }) => words);
  }

  pushWords(block: SourceBlock, at: number, parent: number | null) {
    const sentences = listSentences(this.text, block.range);
    for (const [place, sentence] of sentences.entries()) {
      const text = oneLine(this.text, sentence);
      const isLast = place === sentences.length - 1;
      const isIntro = isLast && this.introduces(at, text);
      const kind = isIntro ? 'heading' : 'sentence';
      this.push(block, kind, sentence, text, parent, isIntro && block.item === null ? { depth: 0 } : {});
    }
  }

  /** Lets what comes next hang under the unit that was pushed last. */
  openIntro() {
    this.intro = this.units.length - 1;
    this.introGroup = -1;
  }

  private introduces(at: number, text: string): boolean {
    const next = this.blocks[at + 1];
    const isShort = text.length <= LONGEST_HEADING;
    if (!isShort || !next || !ENDS_WITH_COLON.test(text)) return false;
    return isIntroducible(next) || next.type === 'label';
  }

  /** A bold line is the heading of its list alone: words behind the list stand beside it. */
  private leaveLabel(at: number) {
    const last = this.path[this.path.length - 1];
    const isBehindList = this.blocks[at - 1]?.type === 'item';
    if (last?.level !== LABEL_LEVEL || !isBehindList) return;
    this.path.pop();
    this.headings = this.path.map(({ words }) => words);
  }

  slice(range: TextRange): string {
    return this.text.slice(range.from, range.to);
  }

  line(range: TextRange): string {
    return oneLine(this.text, range);
  }
}

type Add = (splitter: Splitter, block: SourceBlock, at: number, parent: number | null) => void;

const ADD: Readonly<Record<SourceBlock['type'], Add>> = {
  heading: (splitter, block) => splitter.pushHeading(block, block.depth, block.depth),
  label: (splitter, block) => {
    splitter.pushHeading(block, LABEL_LEVEL, 0);
    splitter.openIntro();
  },
  paragraph: (splitter, block, at, parent) => {
    splitter.pushWords(block, at, parent);
    const last = splitter.units[splitter.units.length - 1];
    if (last?.kind === 'heading') splitter.openIntro();
  },
  quote: (splitter, block, _at, parent) =>
    splitter.push(
      block,
      'sentence',
      block.range,
      dedented(splitter.slice(block.range), block.column),
      parent,
      {
        label: null,
      },
    ),
  item: (splitter, block, _at, parent) =>
    splitter.push(block, block.kind ?? 'bullet', block.range, splitter.line(block.words), parent),
  row: (splitter, block, _at, parent) =>
    splitter.push(block, 'row', block.range, dedented(splitter.slice(block.range), block.column), parent),
  code: (splitter, block, _at, parent) =>
    splitter.push(block, 'code', block.range, dedented(splitter.slice(block.range), block.column), parent),
  tag: (splitter, block) => splitter.push(block, 'tag', block.range, splitter.line(block.range), null),
  rule: (splitter, block) => splitter.push(block, 'rule', block.range, splitter.line(block.range), null),
};

function isIntroducible(block: SourceBlock): boolean {
  return block.type === 'item' || block.type === 'code' || block.type === 'row';
}

/** Lines of one instruction joined by a blank. */
function oneLine(text: string, range: TextRange): string {
  return text
    .slice(range.from, range.to)
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .trim();
}

/** Takes the indentation of a block's first line off the others, and carriage returns off all. */
function dedented(source: string, column: number): string {
  return source
    .split('\n')
    .map((line, at) =>
      (at === 0 ? line : line.slice(Math.min(column, line.search(/\S|$/)))).replace(/\r$/, ''),
    )
    .join('\n');
}

/** A title without the marks around it, as it reads. */
function plainTitle(text: string): string {
  return text.replace(/^(?:\*\*|__)|(?:\*\*|__)(?=\s?[:：]?$)/g, '').replace(/(?<!\s)\s*[:：]\s*$/, '');
}
