/** Which list of an instruction takes up the items of another? */

import {
  type Clause,
  isAdverb,
  isDoing,
  isExpertise,
  isProviding,
  type Part,
  type Phrase,
  verbsOf,
} from './fuse-clause';
import { examplesOf, headOf, type Known, textOf } from './fuse-items';
import { areAlike, toForm } from './fuse-verbs';

/** What may grow: `all` with clauses of their own, `lists` alone, or the list below the `title` that is spoken of. */
export type Reach = 'all' | 'lists' | 'title';

/** What fusing asks of the rest of the merge. */
export interface FuseTools {
  reach: Reach;
  known: Known;
  /** Takes the capital off an item that has it only because it came first. */
  lowercase: (text: string) => string;
  /** Whether words say all that others do. */
  holds: (whole: string, part: string) => boolean;
  /** Whether a title and an item, or two titles, are about the same. */
  isAbout: (title: string, words: string, isTitle: boolean) => boolean;
}

const MOST_ITEMS = 8;
const MOST_SKILLS = 12;

/** What a member's clause is about, as far as that tells which list its items belong to. */
interface Topic {
  clause: Clause;
  /** The host's title, where the clause speaks of just that; else null. */
  title: string | null;
  /** Whether the member has a title about the same. */
  isAkin: boolean;
  /** Whether the member is a list below a title of its own. */
  isTitled: boolean;
}

export function topicOf({ label }: Phrase, member: Phrase, clause: Clause, tools: FuseTools): Topic {
  const items = clause.parts[0]?.items ?? [];
  const isAkin = label !== null && member.label !== null && tools.isAbout(label, member.label, true);
  const isSaid =
    label !== null &&
    member.label === null &&
    (tools.holds(textOf(clause), label) || items.some((item) => tools.isAbout(label, headOf(item), false)));
  const isTitled = member.label !== null && member.label.toLowerCase() !== label?.toLowerCase();
  return { clause, title: isAkin || isSaid ? label : null, isAkin, isTitled };
}

export function addToList(phrase: Phrase, novel: Clause, topic: Topic, tools: FuseTools): boolean {
  if (!novel.isList || novel.isSeries) return false;
  const rest = isExpertise(novel.lead) ? flattened(novel) : novel;
  const core = rest.parts[0];
  const tails = rest.parts.slice(1);
  if (core && core.items.length > 0) {
    const same =
      tools.reach === 'title' ? undefined : phrase.clauses.find((clause) => saysCore(clause, rest, tools));
    if (same) return tails.every((tail) => addTail(same, tail, tools));
    if (tails.length > 0) return false;
    const items = core.items.flatMap((item) => withoutTitle(item, topic, tools));
    const target = phrase.clauses.find((clause) =>
      takesItems(clause, rest, { ...core, items }, topic, tools),
    );
    const list = target?.parts[target.parts.length - 1];
    if (!target || !list) return false;
    const most = topic.isAkin || isExpertise(target.lead) ? MOST_SKILLS : MOST_ITEMS;
    return addItems(
      target,
      list,
      items.map((item) => (rest.lead === '' ? tools.lowercase(item) : item)),
      most,
      tools,
    );
  }
  const governed = topic.clause.parts[0]?.items.at(-1) ?? '';
  const target = phrase.clauses.find(
    (clause) =>
      clause.isList &&
      !clause.isSeries &&
      sameLead(clause.lead, topic.clause.lead) &&
      governs(clause, governed, tools),
  );
  return target !== undefined && tails.every((tail) => addTail(target, tail, tools));
}

/** Whether a clause asks for the same of the same things, so that only the rest is new. */
function saysCore(clause: Clause, rest: Clause, { holds }: FuseTools): boolean {
  const own = clause.parts[0]?.items ?? [];
  if (!clause.isList || clause.isSeries || clause.lead === '' || rest.suffix !== clause.suffix) return false;
  return (
    sameLead(clause.lead, rest.lead) &&
    (rest.parts[0]?.items ?? []).every((item) => own.some((words) => holds(words, item)))
  );
}

/** Below "Access control", of "access control (roles, scopes)" the examples are new. */
function withoutTitle(item: string, { title }: Topic, { isAbout }: FuseTools): string[] {
  return title !== null && isAbout(title, headOf(item), false) ? examplesOf(item) : [item];
}

/** "Expertise in A including B and C" has A, B and C. */
function flattened(clause: Clause): Clause {
  const [core] = clause.parts;
  const isPlain = clause.parts.slice(1).every(({ preposition }) => preposition === 'including');
  if (!core || clause.parts.length < 2 || !isPlain) return clause;
  return { ...clause, parts: [{ ...core, items: clause.parts.flatMap(({ items }) => items) }], source: null };
}

/** A list takes items of the same verb in any form; one without a verb takes those of lists without verbs. */
function takesItems(clause: Clause, rest: Clause, core: Part, topic: Topic, tools: FuseTools): boolean {
  if (!clause.isList || clause.isSeries || clause.parts.length !== 1) return false;
  // What holds under a condition does not hold always, nor the other way round.
  const isBare = rest.suffix === '' && /^before\b/i.test(clause.suffix);
  if (!isBare && rest.suffix.toLowerCase() !== clause.suffix.toLowerCase()) return false;
  const list = clause.parts[0];
  if (!list || core.conjunction === 'or') return false;
  const verb = toForm(verbsOf(clause.lead).toLowerCase(), 'base');
  if (list.conjunction === 'or' && !areAlike('provide', verb)) return false;
  if (list.preposition !== core.preposition || RUNS_ON.test(list.items.at(-1) ?? '')) return false;
  const isNear = topic.isAkin || (topic.title !== null && core.items.every(leansOnTitle));
  const isDone = rest.lead === '' || areAlike('implement', lastVerb(rest.lead));
  // "Caching: A and B" takes the C of "Use C", and instead of A what says more of it.
  if (clause.lead === '' && isDone && (isNear || eachSaysMore(core, list, tools))) return true;
  if (isNear && isDone && isDoing(clause.lead) && areAlike('implement', lastVerb(clause.lead))) return true;
  // "Tools: A and B" goes into the list of another title only where that has A already.
  if (topic.isTitled && !topic.isAkin && rest.lead === '' && !sharesItem(topic.clause, list, tools))
    return false;
  return tools.reach !== 'title' && sameLead(clause.lead, rest.lead);
}

const lastVerb = (lead: string) => toForm((verbsOf(lead).split(' ').at(-1) ?? '').toLowerCase(), 'base');

const sharesItem = ({ parts }: Clause, list: Part, { holds }: FuseTools): boolean =>
  parts.some(({ items }) =>
    items.some((item) => list.items.some((own) => holds(own, item) || holds(item, own))),
  );

const eachSaysMore = (core: Part, list: Part, { holds }: FuseTools): boolean =>
  core.items.every((item) => list.items.some((own) => holds(item, own)));

/** "Seed storage" takes the "drying" of "seed storage and drying", but nothing that stands by itself. */
const leansOnTitle = (item: string): boolean => !item.includes(' ');

/** An item that ends in words about itself would take in what is put behind it. */
const RUNS_ON = /\s(?:to|following|ensuring|\p{L}{3,}ing)\s(?!\S+$)/u;

function sameLead(a: string, b: string): boolean {
  if (isExpertise(a) && isExpertise(b)) return true;
  const plain = (word: string) => toForm(word.toLowerCase(), 'base');
  if (isProviding(b) && !isProviding(a)) return areAlike('provide', plain(a.split(' ').at(-1) ?? ''));
  if (isProviding(a)) return isProviding(b) || areAlike('provide', plain(b));
  if (b === '') return a === '' || areAlike('implement', plain(verbsOf(a)));
  if (a === '') return false;
  const verbs = (lead: string) =>
    verbsOf(lead)
      .split(' ')
      .filter((word) => !isAdverb(word))
      .map(plain);
  const [first, ...others] = verbs(a);
  const [second, ...more] = verbs(b);
  if (others.length > 0 || more.length > 0)
    return [first, ...others].join(' ') === [second, ...more].join(' ');
  return areAlike(first ?? '', second ?? '');
}

/** Whether what a clause speaks of last is what other words are about, so that their "with …" may follow it. */
function governs(clause: Clause, words: string, { holds }: FuseTools): boolean {
  const last = clause.parts[0]?.items.at(-1);
  return last !== undefined && words !== '' && holds(last, words);
}

function addTail(target: Clause, tail: Part, tools: FuseTools): boolean {
  const last = target.parts[target.parts.length - 1];
  if (last && last.preposition === tail.preposition && last.conjunction !== 'or')
    return addItems(target, last, tail.items, MOST_ITEMS, tools);
  if (target.parts.some(({ preposition }) => preposition === tail.preposition)) return false;
  if (target.parts.length > 2 || endsInAdverb(last?.items.at(-1) ?? '')) return false;
  target.parts.push({ ...tail, items: [...tail.items] });
  target.source = null;
  return true;
}

const endsInAdverb = (item: string) => isAdverb(/\S+$/.exec(item)?.[0] ?? '');

/** Items that say all that one of the list does take its place. */
function addItems(
  target: Clause,
  list: Part,
  items: readonly string[],
  most: number,
  { holds }: FuseTools,
): boolean {
  const novel: string[] = [];
  for (const item of items) {
    const at = list.items.findIndex((own) => holds(item, own));
    if (at === -1) novel.push(item);
    // "trade-offs clearly" in the midst of a list would read badly.
    else if (!endsInAdverb(item)) list.items[at] = item;
  }
  if (list.items.length + novel.length > most) return false;
  if (list.conjunction === ',' && target.lead !== '') list.conjunction = 'and';
  const isClosed = list.conjunction === 'or' || endsInAdverb(list.items.at(-1) ?? '');
  if (isClosed) list.items.splice(-1, 0, ...novel);
  else list.items.push(...novel);
  target.source = null;
  return true;
}
