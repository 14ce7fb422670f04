/** What is the one body that says what the bodies of all sources say? */

import { Board } from './body-board';
import { holderOf } from './body-holders';
import { COVERED } from './body-measure';
import { Passes } from './body-passes';
import { isWords } from './body-phrases';
import type { Draft } from './body-pool';
import { printNodes } from './body-print';
import type { Alignment, BodyResult, BodySource, BodyUnit, Steering } from './body-types';
import { Fuser } from './fuse-drafts';
import { Opening } from './fuse-opening';
import {
  isSection,
  listSections,
  listStatements,
  ownStatements,
  type Section,
  type Statement,
  titleOf,
} from './order';
import { currentTitle, Headings } from './order-headings';
import { addLabel, isAlive, isTitle, saysHead, settleHead } from './order-heads';
import { isNarrow, listNodes, type Node } from './order-nodes';
import { Placer } from './order-places';
import { weightOf } from './order-skeleton';

/** Bodies of more statements are not gone over a second time. */
const MOST_TRIMMED = 4000;

/**
 * Composes the result's body: the skeleton's sections and statements, into which those of the other sources are fused,
 * or beside which they stand; what is contained is left out. Each unit that is not excluded has one fate. Deterministic;
 * takes time in proportion to the statements.
 */
export function composeBody(
  sources: readonly BodySource[],
  alignment: Alignment,
  steering: Steering,
): BodyResult {
  const board = new Board(sources, alignment, steering);
  new Composer(board).compose();
  return printNodes(
    board.root,
    board.statements,
    board.heads,
    board.dividers,
    board.pool,
    board.skeletonLevel,
    board.titled,
  );
}

class Composer {
  private readonly opening: Opening;
  private readonly fuser: Fuser;
  private readonly placer: Placer;
  private readonly passes: Passes;

  constructor(private readonly board: Board) {
    this.opening = new Opening(board);
    this.fuser = new Fuser(board);
    this.placer = new Placer(board);
    this.passes = new Passes(board, this.fuser);
  }

  compose() {
    if (!this.holdsAll()) this.merge();
    this.settleHeads();
  }

  /** What was merged before holds all that its sources say; it stays as it is. */
  private holdsAll(): boolean {
    const { pool, skeleton, statements } = this.board;
    const others = statements.filter(({ source }) => source !== skeleton.source);
    const held = new Map<Statement, Draft>();
    for (const statement of others) {
      const holder = this.board.isFixed(statement)
        ? null
        : holderOf(pool, statement, this.board.isAsWide(statement));
      if (!holder) return false;
      held.set(statement, holder);
    }
    for (const [statement, holder] of held) this.board.join(holder, statement, false);
    return this.board.steering.fuse.length === 0;
  }

  private merge() {
    const others = this.board.trees
      .filter((tree) => tree !== this.board.skeleton)
      .map((tree) => ({ tree, weight: weightOf(tree) }))
      .sort((a, b) => b.weight - a.weight);
    for (const { tree } of others) this.mergeSource(tree);
    this.opening.settle();
    if (this.board.pool.drafts.length <= MOST_TRIMMED) {
      this.passes.dropHeld();
      this.passes.fuseAlike();
      this.placer.dissolve();
      this.passes.fuseSiblings();
      this.passes.fuseChosen();
      this.passes.trim();
    }
    this.passes.restore();
  }

  /** A heading with nothing below it goes to one of the same words, else it stands by itself. */
  private placeEmpty(section: Section, head: BodyUnit, headings: Headings, drafts: readonly Draft[]) {
    const { pool } = this.board;
    const bag = pool.bags.of(titleOf(head));
    const same = headings
      .near(bag)
      .find((own) => saysHead(currentTitle(own.node, own.head), head, pool))?.node;
    const isSaid = pool.holders(bag, COVERED).some(({ draft }) => saysHead(draft.text, head, pool));
    if (!same && isSaid) return;
    if (same) this.board.joinHead(same, head);
    else if (isTitle(head) && drafts.some((draft) => addLabel(titleOf(head), draft, pool))) return;
    // A heading over nothing reads badly: only one that its author left empty stands so.
    else if (listStatements(section).length === 0) {
      const node = this.placer.addNode(section, this.board.root);
      node.heads = [head];
      node.isContainer = true;
      headings.add(node, head, false);
    }
  }

  /** The words of headings that are not written are said elsewhere. */
  private settleHeads() {
    const nodes = listNodes(this.board.root).filter(isAlive);
    const isForeign = (node: Node) => node.source !== this.board.skeleton.source;
    const isWritten = (node: Node, head: BodyUnit, at: number) =>
      at === 0 || !isForeign(node) || isNarrow(titleOf(head));
    const written = new Set(
      nodes.flatMap((node) => node.heads.filter((head, at) => isWritten(node, head, at))),
    );
    const headings = new Headings(this.board.pool.bags);
    const homes = new Map<BodyUnit, Node>();
    for (const node of nodes) {
      for (const head of node.heads) headings.add(node, head, written.has(head));
      for (const head of [...node.heads, ...node.joined]) if (!homes.has(head)) homes.set(head, node);
    }
    for (const tree of this.board.trees) {
      for (const section of listSections(tree)) {
        const drafts = listStatements(section).flatMap(
          ({ units }) => this.board.draftOf.get(units[0]?.id ?? '') ?? [],
        );
        for (const head of [section.head, section.intro]) {
          if (!head || written.has(head)) continue;
          const home = homes.get(head);
          const node =
            home ??
            drafts
              .map((draft) => this.board.nodeOf.get(draft))
              .find((near) => near && near !== this.board.root);
          if (!node || !isAlive(node)) {
            if (!home) this.placeEmpty(section, head, headings, drafts);
            continue;
          }
          if (!home) this.board.joinHead(node, head);
          const near = drafts.filter((draft) => this.board.nodeOf.get(draft) === node);
          settleHead(head, node, headings, this.board.pool, near);
        }
      }
    }
  }

  private mergeSource(tree: Section) {
    let previous: Node = this.board.root;
    const firstSection = tree.entries.findIndex(isSection);
    const opening = new Set(tree.entries.slice(0, firstSection === -1 ? tree.entries.length : firstSection));
    for (const section of listSections(tree)) {
      const node = section.head ? this.placer.nodeFor(section) : null;
      const target = { node, section, after: previous };
      for (const statement of ownStatements(section))
        this.mergeStatement(statement, target, opening.has(statement));
      if (!target.node) continue;
      previous = target.node;
      for (const head of [section.head, section.intro]) {
        if (head && !previous.heads.includes(head)) this.board.joinHead(previous, head);
      }
    }
  }

  private mergeStatement(
    statement: Statement,
    target: { node: Node | null; section: Section; after: Node },
    isOpening: boolean,
  ) {
    const isFixed = this.board.isFixed(statement);
    const isFree = !isFixed && isWords(statement);
    if (isFree && isOpening && this.opening.join(statement)) return;
    if (!isFixed && this.fuser.contain(statement)) return;
    if (isFree && this.board.isTitled(statement)) return;
    if (isFree && (this.fuser.fuse(statement, target.node) || this.fuser.replace(statement))) return;
    this.placer.insert(statement, target, isOpening, isFixed);
  }
}
