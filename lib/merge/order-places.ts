/** Where in the result does a statement go that stands by itself? */

import { RELATED } from './align';
import { type Board, isLoose } from './body-board';
import type { Bag } from './body-measure';
import { isWords } from './body-phrases';
import type { Draft } from './body-pool';
import type { BodyUnit } from './body-types';
import { clauseInForm, leadForm } from './fuse';
import { countWords } from './fuse-items';
import {
  listSections,
  listStatements,
  ownStatements,
  type Section,
  type Statement,
  titleOf,
  verbAbove,
} from './order';
import { isAlive } from './order-heads';
import { fittingNode, isNode, type Node, narrowOf, titleShare } from './order-nodes';

/** A titled section's statement leaves it only for what it is as like as this. */
const DRAWN_AWAY = 0.55;
/** Of an instruction's words this much must be spoken of in a section that it is put into. */
const LEAST_AFFINITY = 0.5;

/** Of what is left of a section of its own. */
const LEAST_AFFINITY_LEFT = 0.35;

/** Of a heading this much must be named by what is put below it. */
const LEAST_NAMED = 0.5;
/** A line of a checklist says too little to be told where it belongs. */
const LEAST_WORDS = 4;
/** Sections of this level and above have a heading; below are lines that introduce a list. */
const INTRO_LEVEL = 8;

/** Finds the section of the result for sections and statements of other sources. */
export class Placer {
  constructor(private readonly board: Board) {}

  nodeFor(section: Section): Node | null {
    const statements = listStatements(section);
    const sums = new Map<Node, number>();
    for (const statement of statements) {
      const seen = new Set<Node>();
      for (const { draft, similarity } of this.board.relatedDrafts(statement)) {
        const node = this.board.nodeOf.get(draft);
        if (!node || seen.has(node)) continue;
        seen.add(node);
        sums.set(node, (sums.get(node) ?? 0) + similarity);
      }
    }
    const fits = new Map([...sums].map(([node, sum]) => [node, sum / Math.max(1, statements.length)]));
    const { nodes, nodesByTitle, pool } = this.board;
    return fittingNode(section, nodes, nodesByTitle, fits, pool.bags);
  }

  insert(
    statement: Statement,
    target: { node: Node | null; section: Section; after: Node },
    isOpening: boolean,
    isFixed: boolean,
  ) {
    const draft = this.board.pool.add(statement, isFixed);
    this.settle(draft, statement, target, isOpening, isFixed);
    this.giveVerb(draft, statement);
  }

  /** Away from the line that gave it its verb, an item has it itself. */
  private giveVerb(draft: Draft, statement: Statement) {
    const node = this.board.nodeOf.get(draft);
    const above = statement.section.intro ?? statement.section.head;
    if (draft.isFixed || verbAbove(statement) === null || (above && node?.heads.includes(above))) return;
    const words = this.board.pool.print(draft.phrase);
    if (words !== draft.text) this.board.rewritten(draft, draft.phrase, words, []);
  }

  private settle(
    draft: Draft,
    statement: Statement,
    target: { node: Node | null; section: Section; after: Node },
    isOpening: boolean,
    isFixed: boolean,
  ) {
    const narrow = narrowOf(statement.section);
    const isItem = statement.kind === 'bullet' || statement.kind === 'step';
    const near = this.board.relatedDrafts(statement).find(({ draft: other }) => {
      const node = this.board.nodeOf.get(other);
      const [carrier] = other.members;
      if (!carrier || isLoose(carrier) !== isLoose(statement)) return false;
      return node?.isNarrow === narrow && (node !== this.board.root || !isItem);
    });
    if (!statement.section.head) {
      const node = this.board.root;
      if (!isOpening) return this.board.place(draft, node);
      const firstNode = node.entries.findIndex(isNode);
      const before = node.entries[(firstNode === -1 ? node.entries.length : firstNode) - 1];
      return before && !isNode(before) ? this.board.place(draft, node, before) : this.placeFirst(draft, node);
    }
    const nearNode = near && this.board.nodeOf.get(near.draft);
    const isTitled = statement.section.level < 8 || target.node !== null;
    const drawn = isTitled ? DRAWN_AWAY : RELATED;
    if (near && nearNode && near.similarity >= drawn && isWords(statement)) {
      return this.board.place(draft, nearNode, near.draft);
    }
    if (!target.node && isWords(statement) && !narrow && !isTitled) {
      const fitting = this.affineNode(draft, statement);
      if (fitting) return this.placeBehindItems(draft, fitting);
    }
    target.node ??= this.addNode(target.section, target.after);
    const siblings = target.node.entries.filter((entry): entry is Draft => !isNode(entry));
    const after = near && siblings.includes(near.draft) ? near.draft : siblings[siblings.length - 1];
    if (after) this.board.place(draft, target.node, after);
    else this.placeFirst(draft, target.node);
  }

  /** The section whose words speak most of what a draft speaks of. */
  private affineNode(draft: Draft, statement: Statement, except?: Node, least = LEAST_AFFINITY): Node | null {
    let best: { node: Node; share: number } | null = null;
    const isStep = statement.kind === 'step';
    for (const node of this.board.nodes) {
      if (node === except || node.heads.length === 0 || node.isNarrow || node.isSteps !== isStep) continue;
      const drafts = node.entries.filter((entry): entry is Draft => !isNode(entry) && !entry.isGone);
      if (drafts.length < 2) continue;
      const stems = this.stemsOf(node, drafts);
      const share = shareOf(draft.bag, stems);
      if (share >= least && (!best || share > best.share)) best = { node, share };
    }
    return best?.node ?? null;
  }

  /** How many statements the sections had that stand here. */
  private countStatements(node: Node): number {
    this.sectionOf ??= sectionsByHead(this.board.trees);
    const sections = new Set(
      [...node.heads, ...node.joined].flatMap((head) => this.sectionOf?.get(head) ?? []),
    );
    return [...sections].reduce((sum, section) => sum + ownStatements(section).length, 0);
  }

  private sectionOf: ReadonlyMap<BodyUnit, Section> | null = null;

  /** The section whose heading names what a draft's title, or the draft itself, is about. */
  private namedNode(draft: Draft, statement: Statement, except: Node): Node | null {
    const { bags } = this.board.pool;
    if (countWords(draft.text) < LEAST_WORDS) return null;
    const bag = draft.phrase.label === null ? draft.bag : bags.of(draft.phrase.label);
    let best: { node: Node; share: number } | null = null;
    for (const node of this.board.nodes) {
      const isHome =
        node.level < INTRO_LEVEL && !node.isNarrow && node.isSteps === (statement.kind === 'step');
      if (node === except || !isHome || !isAlive(node)) continue;
      const share = titleShare(node, bag, bags);
      if (share >= LEAST_NAMED && (!best || share > best.share)) best = { node, share };
    }
    return best?.node ?? null;
  }

  private readonly stemSets = new Map<Node, { count: number; stems: Set<number> }>();

  /** The numbers of the stems of a section's words; made anew when it has grown. */
  private stemsOf(node: Node, drafts: readonly Draft[]): ReadonlySet<number> {
    const known = this.stemSets.get(node);
    if (known?.count === drafts.length) return known.stems;
    const stems = new Set<number>();
    for (const head of [...node.heads, ...node.joined])
      for (const stem of this.board.pool.bags.of(titleOf(head)).numbers) stems.add(stem);
    for (const { bag } of drafts) for (const stem of bag.numbers) stems.add(stem);
    this.stemSets.set(node, { count: drafts.length, stems });
    return stems;
  }

  private placeBehindItems(draft: Draft, node: Node) {
    const items = node.entries.filter((entry): entry is Draft => !isNode(entry) && !entry.isGone);
    const last = items.findLast(({ members }) => members[0]?.kind !== 'sentence') ?? items[items.length - 1];
    this.board.place(draft, node, last);
    this.conform(draft, node);
  }

  /** Verbs stand in the form in which those of the section do. */
  private conform(draft: Draft, node: Node) {
    const forms = node.entries.flatMap((entry) => {
      if (isNode(entry) || entry.isGone || entry === draft) return [];
      return leadForm(entry.phrase) ?? [];
    });
    const form = forms.filter((own) => own === 'base').length * 2 >= forms.length ? 'base' : 'gerund';
    const own = leadForm(draft.phrase);
    if (draft.isFixed || forms.length === 0 || own === null || own === form) return;
    const phrase = {
      ...draft.phrase,
      clauses: draft.phrase.clauses.map((clause) => clauseInForm(clause, form)),
    };
    this.board.rewritten(draft, phrase, this.board.pool.print(phrase), []);
  }

  private placeFirst(draft: Draft, node: Node) {
    this.board.place(draft, node);
    node.entries.pop();
    node.entries.unshift(draft);
  }

  addNode(section: Section, after: Node): Node {
    let anchor = after;
    while (anchor.parent && anchor.parent !== this.board.root) anchor = anchor.parent;
    const at =
      anchor === this.board.root
        ? this.board.root.entries.findIndex(isNode)
        : this.board.root.entries.indexOf(anchor) + 1;
    return this.board.addNode(section, at === -1 ? this.board.root.entries.length : at);
  }

  /** A section that others left with a line or two is none: its statements go where they are spoken of. */
  dissolve() {
    for (const node of this.board.nodes) {
      if (node === this.board.root || node.source === this.board.skeleton.source || node.isNarrow) continue;
      const drafts = node.entries.filter((entry): entry is Draft => !isNode(entry) && !entry.isGone);
      const isGrabBag = node.level === 8 && !node.isSteps;
      if (
        drafts.length === 0 ||
        (drafts.length > 2 && !isGrabBag) ||
        drafts.length < node.entries.filter((entry) => isNode(entry) || !entry.isGone).length
      )
        continue;
      const isRemnant = isGrabBag && drafts.length <= this.countStatements(node) / 2;
      for (const draft of drafts) {
        const [carrier] = draft.members;
        const target =
          carrier && isWords(carrier)
            ? ((isRemnant ? this.namedNode(draft, carrier, node) : null) ??
              this.affineNode(draft, carrier, node, LEAST_AFFINITY_LEFT))
            : null;
        if (!target) continue;
        node.entries.splice(node.entries.indexOf(draft), 1);
        this.placeBehindItems(draft, target);
        if (carrier) this.giveVerb(draft, carrier);
        for (const head of [...node.heads, ...node.joined]) {
          if (!target.joined.includes(head)) this.board.joinHead(target, head);
        }
      }
    }
  }
}

/** The sections by their headings and by the lines between those and what stands below. */
function sectionsByHead(trees: readonly Section[]): Map<BodyUnit, Section> {
  return new Map(
    trees
      .flatMap(listSections)
      .flatMap((section) =>
        [section.head, section.intro].flatMap((head) => (head ? [[head, section] as const] : [])),
      ),
  );
}

/** The share of a bag's weight whose stems are among others. */
function shareOf(bag: Bag, stems: ReadonlySet<number>): number {
  let shared = 0;
  for (let at = 0; at < bag.size; at++)
    if (stems.has(bag.numbers[at] as number)) shared += bag.values[at] as number;
  return bag.total === 0 ? 0 : shared / bag.total;
}
