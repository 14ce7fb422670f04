/** Which titled lists speak of what an instruction speaks of? */

import { listStems } from '@/lib/similarity';
import type { Draft, Pool } from './body-pool';
import type { Phrase } from './fuse-clause';
import { headOf, listItems } from './fuse-items';

/** Words of titles that say that something is done, and not what it is about: "API Design" is "API Development". */
const DOING = new Set(
  listStems('design development implementation engineering management strategy handling practices'),
);
/** A title of one common word ("Testing") is about more than what one instruction asks for. */
const LEAST_STEMS = 2;

/** The drafts that have titles, by what those are about. */
export class Titles {
  private readonly byTopic = new Map<string, Set<Draft>>();
  private count = 0;

  constructor(private readonly pool: Pool) {}

  /** Whether two titles, or a title and an item, are about the same: all their words of weight are. */
  areSame(a: string, b: string): boolean {
    const topic = this.topicOf(a);
    return topic !== '' && topic === this.topicOf(b);
  }

  /** Whether two titles are about the same, whatever is done with it. */
  areAkin(a: string, b: string): boolean {
    const subject = this.subjectOf(a);
    return subject !== '' && subject === this.subjectOf(b);
  }

  /** Returns the drafts whose title is what a phrase's own title is about; without one, what one of its items is about. */
  draftsFor(phrase: Phrase): Draft[] {
    this.readNew();
    const found = new Set(this.topicsOf(phrase).flatMap((topic) => [...(this.byTopic.get(topic) ?? [])]));
    return [...found].filter(({ isGone }) => !isGone).sort((a, b) => a.at - b.at);
  }

  /** Whether a draft is among those whose title is what a phrase is about. */
  isFor(draft: Draft, phrase: Phrase): boolean {
    this.readNew();
    return !draft.isGone && this.topicsOf(phrase).some((topic) => this.byTopic.get(topic)?.has(draft));
  }

  private readonly topics = new WeakMap<Phrase, string[]>();

  /** Under which topics those drafts are found. */
  private topicsOf(phrase: Phrase): readonly string[] {
    const known = this.topics.get(phrase);
    if (known) return known;
    const topics =
      phrase.label === null
        ? listItems(phrase).map((item) => this.topicOf(headOf(item)))
        : [titleKey(this.subjectOf(phrase.label))];
    this.topics.set(phrase, topics);
    return topics;
  }

  private readNew() {
    const { drafts } = this.pool;
    for (; this.count < drafts.length; this.count++) {
      const draft = drafts[this.count];
      if (draft) this.read(draft);
    }
  }

  /** Takes up the title of a draft; to be asked for where one gets other words. */
  read(draft: Draft) {
    const label = draft.members[0]?.units[0]?.unit.label ?? null;
    if (label === null) return;
    for (const key of [this.topicOf(label), titleKey(this.subjectOf(label))]) {
      const known = this.byTopic.get(key);
      if (known) known.add(draft);
      else if (key !== '') this.byTopic.set(key, new Set([draft]));
    }
  }

  private topicOf(text: string): string {
    const stems = [...this.pool.itemBags.of(text).weights.keys()].filter((stem) => !this.pool.isSoft(stem));
    return stems.length < LEAST_STEMS ? '' : stems.sort().join(' ');
  }

  /** The title without what is done; nothing of one that has no such word: "Testing" may be about any of it. */
  private subjectOf(title: string): string {
    const stems = [...this.pool.itemBags.of(title).weights.keys()];
    if (stems.length < LEAST_STEMS) return '';
    return stems
      .filter((stem) => !this.pool.isSoft(stem) && !DOING.has(stem))
      .sort()
      .join(' ');
  }
}

/** Titles are not looked for among items. */
const titleKey = (subject: string): string => (subject === '' ? '' : `title: ${subject}`);
