/** Which headings of the result speak of something, in the words that they have by now? */

import type { Bag, Bags } from './body-measure';
import type { BodyUnit } from './body-types';
import { titleOf } from './order';
import type { Node } from './order-nodes';

/** A heading line of a section of the result. */
export interface Heading {
  /** Its place among all. */
  at: number;
  node: Node;
  head: BodyUnit;
  /** Whether it is a line of the result by itself. */
  isWritten: boolean;
}

/** An index of headings by their stems and words. */
export class Headings {
  private readonly all: Heading[] = [];
  private readonly byHead = new Map<BodyUnit, Heading>();
  private readonly byStem = new Map<number, Set<Heading>>();
  private readonly byHalf = new Map<string, Set<Heading>>();

  constructor(private readonly bags: Bags) {}

  add(node: Node, head: BodyUnit, isWritten: boolean) {
    const heading = { at: this.all.length, node, head, isWritten };
    this.all.push(heading);
    this.byHead.set(head, heading);
    this.index(heading);
  }

  /** Gives a heading other words. */
  retitle(node: Node, head: BodyUnit, title: string) {
    node.titles.set(head, title);
    const heading = this.byHead.get(head);
    if (heading) this.index(heading);
  }

  /** What was said before stays in the index: who asks looks at the words themselves. */
  private index(heading: Heading) {
    const title = currentTitle(heading.node, heading.head);
    for (const stem of this.bags.of(title).numbers) put(this.byStem, stem, heading);
    for (const half of halvesOf(title)) put(this.byHalf, half, heading);
  }

  /** Returns the headings that may have a stem of a bag, in their order; all for a bag without any. */
  near({ numbers }: Bag): readonly Heading[] {
    return numbers.length === 0 ? this.all : this.inOrder(this.byStem, numbers);
  }

  /** Returns the headings that may say the same but for one word, in their order. */
  nearlyEqual(title: string): readonly Heading[] {
    return this.inOrder(this.byHalf, halvesOf(title));
  }

  private inOrder<Key>(index: ReadonlyMap<Key, ReadonlySet<Heading>>, keys: readonly Key[]): Heading[] {
    const found = new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]));
    return [...found].sort((a, b) => a.at - b.at);
  }
}

/** The words of a heading by now. */
export function currentTitle(node: Node, head: BodyUnit): string {
  return node.titles.get(head) ?? titleOf(head);
}

/** Of two lines of as many words that differ in one, a half is the same. */
function halvesOf(title: string): string[] {
  const words = title.split(' ');
  const half = words.length >> 1;
  return [
    [words.length, ...words.slice(0, half)].join(' '),
    [words.length, '', ...words.slice(half)].join(' '),
  ];
}

function put<Key>(index: Map<Key, Set<Heading>>, key: Key, heading: Heading) {
  const known = index.get(key);
  if (known) known.add(heading);
  else index.set(key, new Set([heading]));
}
