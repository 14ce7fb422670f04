/** How is the composed body written, line by line? */

import {
  boldLine,
  fateOf,
  isIntro,
  isSpaced,
  kindIn,
  listStyle,
  runsOn,
  unitKind,
  withoutFirst,
  wordsOf,
} from './body-lines';
import type { Draft, Pool } from './body-pool';
import type { BodyResult, BodyUnit, Piece } from './body-types';
import { type Statement, titleOf } from './order';
import { isAlive } from './order-heads';
import { isNarrow, isNode, type Node } from './order-nodes';

/** A heading of this level and above is written with `#`. */
const LABEL_LEVEL = 7;
const ITEM_LEVEL = 9;

/** Writes the sections and statements as pieces, and says what became of each unit. */
export function printNodes(
  root: Node,
  statements: readonly Statement[],
  heads: readonly BodyUnit[],
  dividers: readonly BodyUnit[],
  pool: Pool,
  level: number,
  titled: ReadonlyMap<Statement, BodyUnit>,
): BodyResult {
  const printer = new Printer(pool, level, root.source);
  printer.printNode(root, 0);
  return { pieces: printer.pieces, fates: printer.fates(statements, heads, dividers, titled) };
}

class Printer {
  pieces: Piece[] = [];
  private readonly pieceOf = new Map<Draft, Piece>();
  private readonly pieceOfHead = new Map<BodyUnit, Piece>();

  constructor(
    private readonly pool: Pool,
    private readonly level: number,
    private readonly skeleton: string,
  ) {}

  printNode(node: Node, depth: number) {
    if (!isAlive(node)) return this.skipHeads(node);
    this.printHeads(node, depth);
    const isNested = node.level >= ITEM_LEVEL && node.source === this.skeleton;
    const inner = isNested ? depth + 1 : 0;
    let number = 0;
    let before: Draft | Node | null = null;
    const style = listStyle(node);
    const depths = new Map<Draft, number>();
    for (const entry of node.entries) {
      if (isNode(entry)) {
        if (entry.level >= ITEM_LEVEL && entry.source === this.skeleton) this.itemNumber = ++number;
        this.printNode(entry, inner);
        before = entry;
        continue;
      }
      if (entry.isGone) continue;
      const kind = kindIn(entry, style);
      const depth = this.depthOf(entry, depths);
      if (kind === 'step' && depth === 0) number++;
      this.printDraft(
        entry,
        kind,
        inner + depth,
        depth === 0 ? number : this.nextNumber(depths, depth, entry),
        before,
      );
      depths.set(entry, depth);
      before = entry;
    }
  }

  private itemNumber = 1;

  /** An item is nested only where the one that it hung under stands above it. */
  private depthOf(draft: Draft, depths: ReadonlyMap<Draft, number>): number {
    const [carrier] = draft.members;
    if (!carrier?.parent || carrier.depth === 0) return 0;
    const all = [...depths];
    for (let at = all.length - 1; at >= 0; at--) {
      const [above, depth] = all[at] ?? [];
      if (!above || depth === undefined) break;
      if (above.members.includes(carrier.parent)) return depth + 1;
      if (depth === 0) break;
    }
    return 0;
  }

  /** The number of a nested step: one more than those before it below the same item. */
  private nextNumber(depths: ReadonlyMap<Draft, number>, depth: number, draft: Draft): number {
    let number = 1;
    const parent = draft.members[0]?.parent;
    for (const [above, own] of depths) if (own === depth && above.members[0]?.parent === parent) number++;
    return number;
  }

  private printHeads(node: Node, depth: number) {
    const isOwn = node.source === this.skeleton;
    for (const head of new Set(node.joined)) {
      if (node.shown.has(head)) this.addHead(head, this.titleLine(titleOf(head)), true, []);
    }
    for (const [at, head] of node.heads.entries()) {
      if (at > 0 && !isOwn && !isNarrow(titleOf(head)) && !node.shown.has(head)) {
        this.addJoined(head);
        continue;
      }
      const words = node.titles.get(head);
      const text = this.headLine(node, head, words ?? null, depth);
      const isSpaced = node.level < ITEM_LEVEL || !isOwn;
      this.addHead(
        head,
        text,
        isSpaced,
        node.joined.filter((other) => !node.shown.has(other)),
      );
    }
  }

  private skipHeads(node: Node) {
    for (const head of [...node.heads, ...node.joined]) this.addJoined(head);
    for (const entry of node.entries) if (isNode(entry)) this.skipHeads(entry);
  }

  private addJoined(head: BodyUnit) {
    const piece = this.pieces[this.pieces.length - 1];
    if (!piece) return;
    piece.units.push(head.id);
    this.pieceOfHead.set(head, piece);
  }

  private headLine(node: Node, head: BodyUnit, words: string | null, depth: number): string {
    const isOwn = node.source === this.skeleton;
    const title = words ?? titleOf(head);
    if (node.level >= ITEM_LEVEL) {
      if (!isOwn) return this.titleLine(title);
      const marker = head.unit.kind === 'step' ? `${this.itemNumber}.` : '-';
      return `${'   '.repeat(depth)}${marker} ${words ?? head.unit.text}`;
    }
    if (isIntro(head)) return words ? `${words}:` : head.unit.text;
    if (isOwn && node.level < LABEL_LEVEL) return `${'#'.repeat(node.level)} ${words ?? head.unit.text}`;
    if (isOwn) return words ? boldLine(words) : head.unit.text;
    return this.titleLine(title);
  }

  /** A heading as the skeleton writes its own. */
  private titleLine(title: string): string {
    if (this.level > LABEL_LEVEL) return `## ${title}`;
    if (this.level < LABEL_LEVEL) return `${'#'.repeat(this.level)} ${title}`;
    return boldLine(title);
  }

  private addHead(head: BodyUnit, text: string, spaced: boolean, joined: readonly BodyUnit[]) {
    const piece: Piece = {
      id: head.id,
      kind: head.unit.kind,
      text,
      spaced: spaced && this.pieces.length > 0,
      units: [head.id, ...joined.map(({ id }) => id)],
      origin: 'source',
    };
    this.pieces.push(piece);
    for (const unit of [head, ...joined]) this.pieceOfHead.set(unit, piece);
  }

  private printDraft(
    draft: Draft,
    kind: Statement['kind'],
    depth: number,
    number: number,
    before: Draft | Node | null,
  ) {
    const [carrier] = draft.members;
    if (!carrier) return;
    const last = before && !isNode(before) ? before : null;
    const isRunning = kind === 'sentence' && last && runsOn(last, draft);
    const words = kind === 'step' && number > 1 ? withoutFirst(wordsOf(draft, kind)) : wordsOf(draft, kind);
    const units = draft.members.flatMap(({ units: own }) => own.map(({ id }) => id));
    const lastPiece = this.pieces[this.pieces.length - 1];
    if (isRunning && lastPiece) {
      lastPiece.text += ` ${words}`;
      lastPiece.units.push(...units);
      this.pieceOf.set(draft, lastPiece);
      return;
    }
    const indent = '   '.repeat(depth);
    const marker = kind === 'bullet' ? '- ' : kind === 'step' ? `${number}. ` : '';
    const text = `${indent}${marker}${words.replaceAll('\n', `\n${indent}${marker === '' ? '' : '  '}`)}`;
    const piece: Piece = {
      id: carrier.units[0]?.id ?? '',
      kind: unitKind(kind),
      text,
      spaced: this.pieces.length > 0 && isSpaced(kind, lastPiece),
      units,
      origin: 'source',
    };
    this.pieces.push(piece);
    this.pieceOf.set(draft, piece);
  }

  fates(
    statements: readonly Statement[],
    heads: readonly BodyUnit[],
    dividers: readonly BodyUnit[],
    titled: ReadonlyMap<Statement, BodyUnit>,
  ): BodyResult['fates'] {
    const fates: BodyResult['fates'] = new Map();
    const draftOf = new Map<Statement, Draft>();
    for (const draft of this.pool.drafts) {
      if (!draft.isGone) for (const member of draft.members) draftOf.set(member, draft);
    }
    for (const statement of statements) {
      const draft = draftOf.get(statement);
      const title = titled.get(statement);
      const above = !draft && title && this.pieceOfHead.get(title);
      if (above) {
        above.units.push(...statement.units.map(({ id }) => id));
        for (const { id } of statement.units)
          fates.set(id, {
            fate: 'contained',
            block: above.id,
            reason: 'The title of a list says all of it.',
          });
        continue;
      }
      const piece = draft && this.pieceOf.get(draft);
      if (!draft || !piece) continue;
      const { fate, reason } = fateOf(statement, draft);
      for (const { id } of statement.units) fates.set(id, { fate, block: piece.id, reason });
    }
    for (const head of heads) {
      const piece = this.pieceOfHead.get(head) ?? this.pieces[0];
      if (!piece) continue;
      const isKept = piece.id === head.id;
      const reason = isKept ? 'It stands in the result.' : 'Its section went into this one.';
      fates.set(head.id, { fate: isKept ? 'kept' : 'contained', block: piece.id, reason });
    }
    const [first] = this.pieces;
    for (const { id } of first ? dividers : []) {
      if (first)
        fates.set(id, {
          fate: 'contained',
          block: first.id,
          reason: 'A line that only divides says nothing.',
        });
    }
    return fates;
  }
}
