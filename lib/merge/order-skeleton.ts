/** Whose order and headings does the result follow? */

import { type Bags, CONTAINED, containment } from './body-measure';
import type { BodyUnit } from './body-types';
import { countWords } from './fuse-items';
import { listSections, listStatements, ownStatements, type Section } from './order';
import type { UnitId } from './types';

/** A source that holds nearly all of every other one is what they were merged into before. */
const HOLDS_ALL = 0.97;
/** Only the largest can. */
const MOST_WHOLE = 2;

/** Returns the words of a body. */
export function weightOf(tree: Section): number {
  return listStatements(tree).reduce((sum, { text }) => sum + countWords(text), 0);
}

/**
 * Returns the chosen source's tree, else that of the source which holds all others, else the most central one: its
 * instructions are most like those of the others, and it has sections for them.
 */
export function chooseSkeleton(
  trees: readonly Section[],
  chosen: string | null,
  bags: Bags,
  partners: ReadonlyMap<UnitId, { unit: BodyUnit; similarity: number }[]>,
): Section {
  const wanted = trees.find(({ source }) => source === chosen);
  if (wanted) return wanted;
  const bySize = [...trees].sort((a, b) => sizeOf(b) - sizeOf(a) || trees.indexOf(a) - trees.indexOf(b));
  const whole = bySize.slice(0, MOST_WHOLE).find((tree) => holdsAll(tree, trees, bags));
  const [first] = trees;
  if (whole || !first)
    return whole ?? { source: '', head: null, intro: null, level: 0, entries: [], parent: null };
  const largest = Math.max(1, ...trees.map(weightOf));
  const likeness = likenessOf(trees, partners);
  let best = { tree: first, score: -1 };
  for (const [at, tree] of trees.entries()) {
    const score =
      ((likeness[at] ?? 0) + titled(tree)) * Math.sqrt(Math.min(1, (2 * weightOf(tree)) / largest));
    if (score > best.score + 1e-9) best = { tree, score };
  }
  return best.tree;
}

type Partners = ReadonlyMap<UnitId, { unit: BodyUnit; similarity: number }[]>;

/** Sections of several items count a little. */
function titled(tree: Section): number {
  const sections = listSections(tree).filter((section) => section.head && ownStatements(section).length > 2);
  return Math.min(10, sections.length) * 0.02;
}

/** For each source, how much it and the others speak of the same, either way: one walk over all statements. */
function likenessOf(trees: readonly Section[], partners: Partners): number[] {
  const words = trees.map(() => 0);
  // What a source's statements have of all others', and what the others' statements have of that source's.
  const [precision, recall] = [trees.map(() => 0), trees.map(() => 0)];
  const indexOf = new Map(trees.map(({ source }, at) => [source, at]));
  for (const [at, tree] of trees.entries()) {
    for (const { units, text } of listStatements(tree)) {
      const count = countWords(text);
      words[at] = (words[at] ?? 0) + count;
      let most = 0;
      for (const [other, best] of bestBySource(units, partners)) {
        const place = indexOf.get(other);
        if (place === undefined || place === at) continue;
        recall[place] = (recall[place] ?? 0) + count * best;
        if (best > most) most = best;
      }
      precision[at] = (precision[at] ?? 0) + count * most;
    }
  }
  const all = words.reduce((sum, count) => sum + count, 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return trees.map((_, at) => {
    const own = words[at] ?? 0;
    return share(recall[at] ?? 0, all - own) + share(precision[at] ?? 0, own);
  });
}

function bestBySource(units: readonly BodyUnit[], partners: Partners): Map<string, number> {
  const best = new Map<string, number>();
  for (const { id } of units) {
    for (const { unit, similarity } of partners.get(id) ?? [])
      if (similarity > (best.get(unit.source) ?? 0)) best.set(unit.source, similarity);
  }
  return best;
}

function textsOf(tree: Section): string[] {
  return [
    ...listStatements(tree).map(({ text }) => text),
    ...listSections(tree).flatMap(({ head, intro }) =>
      [head, intro].flatMap((line) => line?.unit.text ?? []),
    ),
  ];
}

function sizeOf(tree: Section): number {
  return textsOf(tree).reduce((sum, text) => sum + countWords(text), 0);
}

function holdsAll(tree: Section, trees: readonly Section[], bags: Bags): boolean {
  const bag = bags.of(textsOf(tree).join('\n'));
  const texts = trees.filter((other) => other !== tree).flatMap(textsOf);
  const held = texts.filter((text) => containment(bags.of(text), bag) >= CONTAINED).length;
  return held >= texts.length * HOLDS_ALL;
}
