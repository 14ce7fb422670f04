/** Which sections does a body have, with which statements? */

import { readLabel } from '@/lib/units';
import type { BodySource, BodyUnit } from './body-types';

/** What is kept, fused or dropped as one: an item, a sentence, a titled paragraph, a table, a block of code. */
export interface Statement {
  /** In the order of its source. */
  units: BodyUnit[];
  source: string;
  kind: 'bullet' | 'step' | 'sentence' | 'table' | 'code' | 'tag';
  text: string;
  /** Nesting within the list of its section. */
  depth: number;
  section: Section;
  /** The item that it was nested in. */
  parent: Statement | null;
  /** The number of the paragraph or list that it was written in. */
  block: number;
}

export interface Section {
  source: string;
  /** Its heading, or the line that introduces it; null for what stands above and below all sections. */
  head: BodyUnit | null;
  /** The line between its heading and all that stands below. */
  intro: BodyUnit | null;
  /** 1 to 6 for headings, 7 for bold lines, 8 for introducing lines, 9 and more for items that only title others. */
  level: number;
  entries: (Statement | Section)[];
  parent: Section | null;
}

const LABEL_LEVEL = 7;
const INTRO_LEVEL = 8;
const ITEM_LEVEL = 9;
const LONGEST_TITLE = 80;

export function isSection(entry: Statement | Section): entry is Section {
  return 'entries' in entry;
}

/** Reads a body as a tree of sections; units that are excluded are left out. Linear. */
export function readSections(source: BodySource, excluded: ReadonlySet<string>): Section {
  const reader = new SectionReader(source);
  for (const [at, unit] of source.units.entries()) {
    if (!excluded.has(unit.id)) reader.add(unit, source.units[at + 1]);
  }
  return reader.root;
}

class SectionReader {
  readonly root: Section;
  private open: Section[];
  private readonly byIndex: Map<number, BodyUnit>;
  private last: Statement | null = null;
  private readonly statementOf = new Map<number, Statement>();

  constructor(private readonly source: BodySource) {
    this.root = { source: source.id, head: null, intro: null, level: 0, entries: [], parent: null };
    this.open = [this.root];
    this.byIndex = new Map(source.units.map((unit) => [unit.unit.index, unit]));
  }

  add(unit: BodyUnit, next: BodyUnit | undefined) {
    const { kind, parent } = unit.unit;
    if (kind === 'rule') return;
    if (kind === 'heading' && (parent === null || this.isHeading(parent)))
      return this.addSection(unit, headLevel(unit));
    this.closeFor(unit);
    const isTitle = isTitleOnly(unit) && next?.unit.parent === unit.unit.index;
    if (isTitle) return this.addSection(unit, ITEM_LEVEL + unit.unit.depth);
    this.addStatement(unit);
  }

  private isHeading(index: number): boolean {
    return this.byIndex.get(index)?.unit.kind === 'heading';
  }

  private get top(): Section {
    return this.open[this.open.length - 1] ?? this.root;
  }

  private addSection(head: BodyUnit, level: number) {
    if (level <= INTRO_LEVEL) this.closeLabels(head);
    while (this.open.length > 1 && this.top.level >= level) this.open.pop();
    const { top } = this;
    if (
      level === INTRO_LEVEL &&
      top.head &&
      top.level < INTRO_LEVEL &&
      !top.intro &&
      top.entries.length === 0
    ) {
      top.intro = head;
      return;
    }
    const section: Section = { source: this.source.id, head, intro: null, level, entries: [], parent: top };
    this.top.entries.push(section);
    this.open.push(section);
    this.last = null;
  }

  /** Leaves the sections that a unit no longer stands in. */
  private closeFor(unit: BodyUnit) {
    while (this.top.level >= ITEM_LEVEL && unit.unit.depth <= this.top.level - ITEM_LEVEL) this.open.pop();
    if (this.top.level === INTRO_LEVEL && this.introOf(unit) !== this.top.head?.unit.index) this.open.pop();
    this.closeLabels(unit);
  }

  private closeLabels(unit: BodyUnit) {
    const isLabel = unit.unit.kind === 'heading' && headLevel(unit) <= LABEL_LEVEL;
    if (isLabel) return;
    const isTitled = (section: Section) => section.level > 0 && section.level <= LABEL_LEVEL;
    while (this.top.level === LABEL_LEVEL && this.open.filter(isTitled).length > unit.unit.headings.length)
      this.open.pop();
  }

  private introOf(unit: BodyUnit): number | null {
    let { parent } = unit.unit;
    for (;;) {
      const above = parent === null ? undefined : this.byIndex.get(parent);
      if (!above || above.unit.kind === 'heading') return parent;
      parent = above.unit.parent;
    }
  }

  private addStatement(unit: BodyUnit) {
    const { last } = this;
    if (last && joins(last, unit)) {
      last.units.push(unit);
      this.statementOf.set(unit.unit.index, last);
      last.text += (unit.unit.kind === 'row' ? '\n' : ' ') + unit.unit.text;
      return;
    }
    const { kind, text, block } = unit.unit;
    const statement: Statement = {
      units: [unit],
      source: this.source.id,
      kind: kind === 'row' ? 'table' : kind === 'heading' || !isKind(kind) ? 'sentence' : kind,
      text,
      depth: Math.max(0, unit.unit.depth - Math.max(0, this.top.level - ITEM_LEVEL + 1)),
      section: this.top,
      block,
      parent: unit.unit.parent === null ? null : (this.statementOf.get(unit.unit.parent) ?? null),
    };
    this.statementOf.set(unit.unit.index, statement);
    this.top.entries.push(statement);
    this.last = statement;
  }
}

function isKind(kind: string): kind is Statement['kind'] {
  return ['bullet', 'step', 'sentence', 'code', 'tag'].includes(kind);
}

/** Rows of one table are one statement, and the sentences of a paragraph that has a title. */
function joins(last: Statement, { unit }: BodyUnit): boolean {
  if (last.block !== unit.block) return false;
  if (unit.kind === 'row') return last.kind === 'table';
  return (
    unit.kind === 'sentence' &&
    last.kind === 'sentence' &&
    last.units[0]?.unit.label != null &&
    unit.label === null
  );
}

function headLevel({ unit }: BodyUnit): number {
  if (unit.depth > 0) return unit.depth;
  return isBold(unit.text) ? LABEL_LEVEL : INTRO_LEVEL;
}

export function isBold(text: string): boolean {
  return text.startsWith('**') || text.startsWith('__');
}

function isTitleOnly({ unit }: BodyUnit): boolean {
  if (unit.kind !== 'bullet' && unit.kind !== 'step') return false;
  const label = readLabel(unit.text);
  if (label !== null && label.from >= unit.text.length) return true;
  return label === null && /[:：]$/.test(unit.text) && unit.text.length <= LONGEST_TITLE;
}

const VERB_INTRO = /^you\s+(?:will\s+|should\s+)?(?:(?:always|also|automatically)\s+)*(consider)$/i;

/** The verb of the line that introduces a statement, without which it asks for nothing: "You always consider:"; else null. */
export function verbAbove({ section }: Statement): string | null {
  const line = section.intro ?? (section.level === INTRO_LEVEL ? section.head : null);
  return line ? (VERB_INTRO.exec(titleOf(line))?.[1] ?? null) : null;
}

/** Returns all sections below a section, itself first. */
export function listSections(section: Section): Section[] {
  return [section, ...section.entries.filter(isSection).flatMap(listSections)];
}

/** Returns all statements of a section and of those below it, in their order. */
export function listStatements(section: Section, found: Statement[] = []): Statement[] {
  for (const entry of section.entries) {
    if (isSection(entry)) listStatements(entry, found);
    else found.push(entry);
  }
  return found;
}

/** Returns the statements that stand right below the heading of a section. */
export function ownStatements(section: Section): Statement[] {
  return section.entries.filter((entry): entry is Statement => !isSection(entry));
}

/** Returns a heading's words without marks and colon. */
export function titleOf(head: BodyUnit): string {
  const known = TITLES.get(head);
  if (known !== undefined) return known;
  const text = withoutColon(head.unit.text);
  const [, , words] = /^(\*\*|__)((?:(?!\1).)+)\1$/.exec(text) ?? [];
  const title = withoutColon(words ?? text);
  TITLES.set(head, title);
  return title;
}

const TITLES = new WeakMap<BodyUnit, string>();

function withoutColon(text: string): string {
  const words = text.trimEnd();
  return /[:：]$/.test(words) ? words.slice(0, -1).trim() : words.trim();
}
