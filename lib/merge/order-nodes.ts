/** Where in the result does a section of another source belong? */

import { listStems } from '@/lib/similarity';
import { type Bag, type Bags, meet } from './body-measure';
import type { Draft } from './body-pool';
import type { BodyUnit } from './body-types';
import { listStatements, ownStatements, type Section, titleOf } from './order';

/** A section of the result. */
export interface Node {
  /** Its heading lines, in their order; of a section that several share also those of the others. */
  heads: BodyUnit[];
  level: number;
  /** The words of each heading line where they are no longer its own. */
  titles: Map<BodyUnit, string>;
  /** Heads of others that are written here as they are. */
  shown: Set<BodyUnit>;
  /** Heads of sections that went into this one. */
  joined: BodyUnit[];
  entries: (Draft | Node)[];
  parent: Node | null;
  /** What it is about: its words, for finding what belongs here. */
  topic: string;
  isNarrow: boolean;
  /** A line of the skeleton that introduces the sections behind it. */
  isContainer: boolean;
  /** Whether it is a numbered list, in which things have an order. */
  isSteps: boolean;
  /** Whether its steps are those of the whole work. */
  isProcess: boolean;
  source: string;
}

/** The level of a line that introduces a list. */
const INTRO_LEVEL = 8;
const CONDITION = /^(?:when|if|before|after|during|while|once|for)\b/i;
/** Conditions under which an agent works at all. */
const GENERAL =
  /^when (?:you (?:are )?)?(?:invoked|called|used|activated|given|asked|handling|tackling|working on)\b|\b(?:approaching|implementing|designing|building|developing|creating|starting|providing|analyzing requirements)\b/i;

/** Whether a heading limits what stands below it to a situation ("When reviewing code:"). */
export function isNarrow(title: string): boolean {
  return CONDITION.test(title) && !GENERAL.test(title);
}

export function isNode(entry: Draft | Node): entry is Node {
  return 'entries' in entry;
}

export function createNode(section: Section, parent: Node | null): Node {
  const heads = [section.head, section.intro].filter((head) => head !== null);
  return {
    heads,
    level: section.level,
    titles: new Map(),
    shown: new Set(),
    joined: [],
    entries: [],
    parent,
    topic: topicOf(section),
    isNarrow: narrowOf(section),
    isContainer: parent !== null && listStatements(section).length === 0,
    isSteps: stepsOf(section),
    isProcess: isProcess(section),
    source: section.source,
  };
}

/** Whether a heading or line above a section limits it; a line that opens a list says nothing of the next list's. */
export function narrowOf(section: Section): boolean {
  let isListOfOwn = false;
  for (let above: Section | null = section; above; above = above.parent) {
    const heads = isListOfOwn ? [above.head] : [above.head, above.intro];
    if (heads.some((head) => head && isNarrow(titleOf(head)))) return true;
    if (above.level < INTRO_LEVEL) return false;
    isListOfOwn = above.level === INTRO_LEVEL;
  }
  return false;
}

function topicOf(section: Section): string {
  const title = section.head ? titleOf(section.head) : '';
  return `${title} ${title}`;
}

const LEAST_FIT = 0.4;
const PROCESS_FIT = 0.45;

/** Finds the section of the result that a section of another source goes into; null when it stands by itself. */
export function fittingNode(
  section: Section,
  nodes: readonly Node[],
  titled: NodesByTitle,
  fits: ReadonlyMap<Node, number>,
  bags: Bags,
): Node | null {
  if (!section.head) return null;
  const title = bags.of(titleOf(section.head));
  const narrow = narrowOf(section);
  const process = isProcess(section);
  const hasBlocks = ownStatements(section).some(({ kind }) => kind === 'code' || kind === 'table');
  const akin = titled.near(title);
  let best: { node: Node; fit: number } | null = null;
  for (const node of nodes) {
    const bothSteps = process && node.isProcess ? PROCESS_FIT : 0;
    if (bothSteps === 0 && !akin.has(node) && !fits.has(node)) continue;
    if (node.heads.length === 0 || !node.entries.some((entry) => !isNode(entry))) continue;
    let titles = 0;
    for (const own of titlesOf(node, bags)) titles = Math.max(titles, likeness(title, own));
    if (narrow !== node.isNarrow && titles < 0.5) continue;
    if (hasBlocks && titles < 0.6) continue;
    const fit = titles * 0.7 + (fits.get(node) ?? 0) + bothSteps;
    if (fit >= LEAST_FIT && (!best || fit > best.fit)) best = { node, fit };
  }
  return best?.node ?? null;
}

/** An index of sections by the stems of their titles. */
export class NodesByTitle {
  private readonly byStem = new Map<number, Set<Node>>();

  constructor(private readonly bags: Bags) {}

  add(node: Node, heads: Iterable<BodyUnit>) {
    for (const head of heads) {
      for (const stem of this.bags.of(titleOf(head)).numbers) {
        const known = this.byStem.get(stem);
        if (known) known.add(node);
        else this.byStem.set(stem, new Set([node]));
      }
    }
  }

  /** Returns the sections of which a title has a stem of a bag. */
  near({ numbers }: Bag): ReadonlySet<Node> {
    return new Set(numbers.flatMap((stem) => [...(this.byStem.get(stem) ?? [])]));
  }
}

const TITLES = new WeakMap<Node, { count: number; bags: Set<Bag> }>();

/** The bags of a section's titles, each once; heads only ever join it. */
function titlesOf(node: Node, bags: Bags): ReadonlySet<Bag> {
  const count = node.heads.length + node.joined.length;
  const known = TITLES.get(node);
  if (known?.count === count) return known.bags;
  const titles = new Set([...node.heads, ...node.joined].map((head) => bags.of(titleOf(head))));
  TITLES.set(node, { count, bags: titles });
  return titles;
}

/** Words of titles that do not say what they are about. */
const PLAIN = new Set(
  listStems(
    `architecture design development implementation practices standards excellence management strategies approach core
     guidelines principles considerations best system process methodology framework overview quality expertise technical
     areas focus responsibilities competencies capabilities skills key key techniques`,
  ),
);
const PLAIN_WEIGHT = 0.1;

/** Titles are few and common words: each counts the same, but those that every title has. */
function likeness(a: Bag, b: Bag): number {
  if (!meet(b, a)) return 0;
  let shared = 0;
  for (const stem of a.weights.keys()) if (b.weights.has(stem)) shared += weightOf(stem);
  return shared / Math.sqrt(weightOfAll(a) * weightOfAll(b));
}

const weightOf = (stem: string) => (PLAIN.has(stem) ? PLAIN_WEIGHT : 1);

/** The share of a section's title that a text has, the better of its titles; plain words count little. */
export function titleShare(node: Node, text: Bag, bags: Bags): number {
  let most = 0;
  for (const title of titlesOf(node, bags)) {
    let shared = 0;
    for (const stem of title.weights.keys()) if (text.weights.has(stem)) shared += weightOf(stem);
    if (shared > 0) most = Math.max(most, shared / weightOfAll(title));
  }
  return most;
}

const WEIGHTS = new WeakMap<Bag, number>();

function weightOfAll(bag: Bag): number {
  const known = WEIGHTS.get(bag);
  if (known !== undefined) return known;
  let sum = 0;
  for (const stem of bag.weights.keys()) sum += weightOf(stem);
  WEIGHTS.set(bag, sum);
  return sum;
}

const PROCESS_TITLE = /\b(?:approach|workflow|process|methodology|steps|procedure|protocol)\b/i;

/** Whether a numbered list tells how the agent goes about its work as a whole. */
function isProcess(section: Section): boolean {
  if (!section.head || !stepsOf(section)) return false;
  const title = titleOf(section.head);
  return (CONDITION.test(title) && !narrowOf(section)) || PROCESS_TITLE.test(title);
}

function stepsOf(section: Section): boolean {
  const statements = ownStatements(section).filter(({ depth }) => depth === 0);
  return statements.length > 0 && statements.every(({ kind }) => kind === 'step');
}

export function listNodes(node: Node, found: Node[] = []): Node[] {
  found.push(node);
  for (const entry of node.entries) if (isNode(entry)) listNodes(entry, found);
  return found;
}
