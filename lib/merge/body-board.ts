/** What is known while a body is composed: its sources' sections, the drafts, and where each stands? */

import { holderOf } from './body-holders';
import { hasStemsOf } from './body-measure';
import { type Draft, type MayHold, Pool } from './body-pool';
import type { Alignment, BodySource, BodyUnit, Steering } from './body-types';
import type { Phrase } from './fuse-clause';
import {
  isSection,
  listSections,
  listStatements,
  readSections,
  type Section,
  type Statement,
  titleOf,
} from './order';
import { createNode, isNode, listNodes, type Node, NodesByTitle, narrowOf } from './order-nodes';
import { chooseSkeleton } from './order-skeleton';
import { missingTerms } from './protected';
import type { UnitId } from './types';

/** The level of items that only title others. */
const ITEM_LEVEL = 9;

interface Partner {
  unit: BodyUnit;
  similarity: number;
}

/** The drafts of a result that is being made, by section, source and unit. */
export class Board {
  readonly pool = new Pool();
  readonly root: Node;
  readonly statements: Statement[];
  readonly heads: BodyUnit[];
  readonly dividers: BodyUnit[];
  readonly skeletonLevel: number;
  readonly trees: Section[];
  /** The items of the skeleton that only title others. */
  private readonly titles: readonly Node[];
  readonly skeleton: Section;
  readonly nodesByTitle = new NodesByTitle(this.pool.bags);
  readonly draftOf = new Map<UnitId, Draft>();
  readonly nodeOf = new Map<Draft, Node>();
  /** Statements of others that the title of a list of the result says word for word. */
  readonly titled = new Map<Statement, BodyUnit>();
  private readonly partners = new Map<UnitId, Partner[]>();
  private readonly splits: ReadonlySet<UnitId>;

  constructor(
    sources: readonly BodySource[],
    alignment: Alignment,
    readonly steering: Steering,
  ) {
    this.trees = sources.map((source) => readSections(source, steering.excluded));
    for (const { a, b, similarity } of alignment.related) {
      this.pair(a, b, similarity);
      this.pair(b, a, similarity);
    }
    this.splits = new Set(steering.split.flat());
    this.skeleton = chooseSkeleton(this.trees, steering.skeleton, this.pool.bags, this.partners);
    this.statements = this.trees.flatMap((tree) => listStatements(tree));
    this.heads = this.trees.flatMap((tree) =>
      listSections(tree).flatMap(({ head, intro }) => [head, intro].filter((line) => line !== null)),
    );
    this.dividers = sources.flatMap(({ units }) =>
      units.filter(({ id, unit }) => unit.kind === 'rule' && !steering.excluded.has(id)),
    );
    this.root = this.nodeOfSection(this.skeleton, null);
    this.skeletonLevel = mainLevel(this.skeleton);
    this.layOut(this.skeleton, this.root);
    this.titles = listNodes(this.root).filter(({ level }) => level >= ITEM_LEVEL);
  }

  private pair(unit: BodyUnit, other: BodyUnit, similarity: number) {
    const list = this.partners.get(unit.id);
    if (list) list.push({ unit: other, similarity });
    else this.partners.set(unit.id, [{ unit: other, similarity }]);
  }

  layOut(section: Section, node: Node) {
    for (const entry of section.entries) {
      if (isSection(entry)) {
        const child = this.nodeOfSection(entry, node);
        node.entries.push(child);
        this.layOut(entry, child);
      } else this.place(this.pool.add(entry, this.isFixed(entry)), node);
    }
  }

  private nodeList: readonly Node[] | null = null;

  /** The sections of the result so far. */
  get nodes(): readonly Node[] {
    this.nodeList ??= listNodes(this.root);
    return this.nodeList;
  }

  private nodeOfSection(section: Section, parent: Node | null): Node {
    const node = createNode(section, parent);
    this.nodesByTitle.add(node, node.heads);
    return node;
  }

  /** Puts a section among those at the top. */
  addNode(section: Section, at: number): Node {
    const node = this.nodeOfSection(section, this.root);
    this.root.entries.splice(at, 0, node);
    this.nodeList = null;
    return node;
  }

  /** Puts the heading of a section into which one went to the headings of that. */
  joinHead(node: Node, head: BodyUnit) {
    node.joined.push(head);
    this.nodesByTitle.add(node, [head]);
  }

  isFixed({ units }: Statement): boolean {
    return units.some(({ id }) => this.steering.keep.has(id) || this.splits.has(id));
  }

  /** Puts a draft into a section: behind what it is most like, else behind the last of its kind. */
  place(draft: Draft, node: Node, after?: Draft) {
    this.nodeOf.set(draft, node);
    for (const { units } of draft.members) for (const { id } of units) this.draftOf.set(id, draft);
    const at = after ? node.entries.indexOf(after) + 1 : node.entries.length;
    node.entries.splice(at, 0, draft);
  }

  relatedDrafts(statement: Statement): { draft: Draft; similarity: number }[] {
    const best = new Map<Draft, number>();
    for (const { id } of statement.units) {
      for (const { unit, similarity } of this.partners.get(id) ?? []) {
        const draft = this.draftOf.get(unit.id);
        if (draft && !draft.isGone && similarity > (best.get(draft) ?? 0)) best.set(draft, similarity);
      }
    }
    return [...best]
      .map(([draft, similarity]) => ({ draft, similarity }))
      .sort((a, b) => b.similarity - a.similarity || a.draft.at - b.draft.at);
  }

  /** What holds under all conditions holds under one, but not the other way round. */
  isAsWide(statement: Statement): MayHold {
    const narrow = narrowOf(statement.section);
    return (draft) => narrow || !(this.nodeOf.get(draft)?.isNarrow ?? false);
  }

  mayHold(statement: Statement): MayHold {
    const isAsWide = this.isAsWide(statement);
    const own = this.wordsOf(statement);
    return (draft) => this.areWordsApart(own, draft) && isAsWide(draft);
  }

  private homes: Map<string, Words> | null = null;
  private readonly words = new Map<Statement, Words>();

  /** The sources that say a statement in the same words. */
  homesOf(statement: Statement): ReadonlySet<string> {
    return this.wordsOf(statement).sources;
  }

  /** What a statement says, and who says just that: asked for with every pair that is compared. */
  private wordsOf(statement: Statement): Words {
    const known = this.words.get(statement);
    if (known) return known;
    const key = keyOf(statement.text);
    this.homes ??= homesByKey(this.statements);
    const words = this.homes.get(key) ?? { key, sources: new Set([statement.source]) };
    this.words.set(statement, words);
    return words;
  }

  /** Whether no source holds both: an author who wrote both wanted both. */
  areApart(statement: Statement, draft: Draft): boolean {
    return this.areWordsApart(this.wordsOf(statement), draft);
  }

  private areWordsApart(own: Words, { members: [carrier] }: Draft): boolean {
    if (!carrier) return true;
    const other = this.wordsOf(carrier);
    if (own.key === other.key) return true;
    const [few, many] = own.sources.size < other.sources.size ? [own, other] : [other, own];
    for (const source of few.sources) if (many.sources.has(source)) return false;
    return true;
  }

  join(draft: Draft, statement: Statement, gaveWords: boolean) {
    draft.members.push(statement);
    if (gaveWords) draft.sources.add(statement.source);
    for (const { id } of statement.units) this.draftOf.set(id, draft);
  }

  /** Whether a statement is, word for word, the title of a list that says how it is done. */
  isTitled(statement: Statement): boolean {
    const bag = this.pool.bags.of(statement.text);
    if (bag.size === 0 || statement.source === this.root.source) return false;
    for (const node of this.titles) {
      const [head] = node.heads;
      if (!head) continue;
      const title = this.pool.bags.of(titleOf(head));
      if (title.size !== bag.size || !hasStemsOf(title, bag)) continue;
      if (!node.entries.some((entry) => !isNode(entry) && !entry.isGone)) continue;
      const terms = statement.units.flatMap(({ protectedTerms }) => protectedTerms);
      if (missingTerms(terms, titleOf(head)).length > 0) continue;
      this.titled.set(statement, head);
      return true;
    }
    return false;
  }

  /** Gives a draft other words and members if after that all of them are said; else leaves it as it was. */
  rewritten(
    draft: Draft,
    phrase: Phrase,
    text: string,
    members: readonly Statement[],
    others: Iterable<Statement> = [],
  ): boolean {
    if (this.pool.isTired) return false;
    const before = { phrase: draft.phrase, text: draft.text };
    this.pool.rewrite(draft, phrase, text);
    const isSaid = this.areSaid(new Set([...draft.members, ...draft.dependents, ...members, ...others]));
    if (!isSaid) this.pool.rewrite(draft, before.phrase, before.text);
    else for (const member of members) this.join(draft, member, text !== before.text);
    return isSaid;
  }

  /** Whether the result says these statements; if so, the drafts that do so know that they are counted on. */
  areSaid(statements: ReadonlySet<Statement>): boolean {
    const used = new Map<Statement, Set<Draft>>();
    for (const statement of statements) {
      const own = new Set<Draft>();
      if (!holderOf(this.pool, statement, this.isAsWide(statement), own)) return false;
      used.set(statement, own);
    }
    for (const [statement, drafts] of used) for (const draft of drafts) draft.dependents.add(statement);
    return true;
  }
}

/** A sentence of a paragraph, which is no item of a list in disguise. */
export function isLoose({ kind, units }: Statement): boolean {
  return kind === 'sentence' && units[0]?.unit.label == null;
}

/** What is said, but for blanks, and which sources say it. */
interface Words {
  key: string;
  sources: Set<string>;
}

function homesByKey(statements: readonly Statement[]): Map<string, Words> {
  const homes = new Map<string, Words>();
  for (const { text, source } of statements) {
    const key = keyOf(text);
    const words = homes.get(key);
    if (words) words.sources.add(source);
    else homes.set(key, { key, sources: new Set([source]) });
  }
  return homes;
}

const keyOf = (text: string) => text.replace(/\s+/g, ' ').trim();

/** An item to tick off keeps its own line. */
export function isCheckbox(text: string): boolean {
  return /^\[[ xX]?\]/.test(text);
}

/** The level at which a body has most of its headings. */
function mainLevel(tree: Section): number {
  const counts = new Map<number, number>();
  for (const { level, head } of listSections(tree)) {
    if (head && level < ITEM_LEVEL) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best?.[0] ?? 8;
}
