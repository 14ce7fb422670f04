/** How do the sentences that say when to use an agent become one paragraph? */

import { type Bag, Bags, CONTAINED, containment } from './body-measure';
import { toForm } from './fuse-verbs';
import { listProtected, missingTerms } from './protected';
import { remembered } from './remembered';
import type { DescriptionUnit } from './sources';
import type { UnitId } from './types';

/** A sentence of the united paragraph, and the units that it holds. */
export interface Said {
  text: string;
  units: UnitId[];
  /** `kept` in its own words, or made of the items of several. */
  made: 'kept' | 'fused';
}

export interface UnitedTriggers {
  sentences: Said[];
  /** Which sentence says what a unit says that is not there itself. */
  contained: Map<UnitId, number>;
  /** Units that only introduce examples. */
  leads: UnitId[];
}

/** A line that only announces what comes. */
const LEAD =
  /^(?:here are (?:some |a few )?)?(?:usage |common |typical )?(?:specifically|for example|for instance|examples?|exemplos?|ejemplos?|beispiele?|exemples?)(?: (?:usage|of use|uses|scenarios|include|de uso))?\s*[:：]?$/iu;

/** Sentences that give a list of occasions; what follows the frame are its items. */
const FRAMES: readonly RegExp[] = [
  /^use (?:this agent|it)? ?(?:when|whenever|for|if) (?:you|users?|the user) (?:need|needs|require|requires|want|wants) (?:(?:expert|specialized|specialised|professional) )?(?:guidance|expertise|help|assistance|advice|support) (?:in|on|with|for) /iu,
  /^use (?:this agent|it)? ?(?:when|whenever|for|if) (?:you|users?|the user) (?:need|needs|require|requires|want|wants) (?!to\b)/iu,
  /^use (?:this agent|it)? ?(?:when|whenever) (?:working on|dealing with|doing) /iu,
  /^use (?:this agent|it) for /iu,
  /^(?:use (?:this agent|it)|this agent (?:should|is to) be used) (?:when|whenever) (?:you're|you are|the user is|users are) (?=\p{L}+ing\b)/iu,
  /^(?:this|that|it) (?:also )?(?:includes|covers|encompasses) /iu,
];
const OPENS = /^(?:use|invoke|call|this agent (?:should|must|is))\b/iu;
const TO_DO =
  /^use (?:this agent|it)? ?(?:when|whenever|if) (?:you|users?|the user) (?:need|needs|want|wants) to /iu;
const WHEN = /^use (?:this agent|it) when(?:ever)? /iu;
const STRESSED = /\b(?:proactively|must be used|always|immediately|never|not|only)\b/iu;

/** Unites sentences: one opens, lists of occasions become one list, and what is said already is not said again. */
export function uniteTriggers(units: readonly DescriptionUnit[], keep: ReadonlySet<UnitId>): UnitedTriggers {
  const bags = new Bags();
  const united: UnitedTriggers = { sentences: [], contained: new Map(), leads: [] };
  const rest = units.filter(({ id, unit }) => {
    const isLead = LEAD.test(unit.text);
    if (isLead) united.leads.push(id);
    return !isLead;
  });
  const opener = openerOf(rest, bags);
  const framed = rest.filter((one) => one !== opener && !keep.has(one.id) && itemsOf(one.unit.text) !== null);
  const free = rest.filter((one) => one !== opener && !framed.includes(one));
  const when = [...(opener ? [opener] : []), ...free].filter(
    ({ id, unit }) => !keep.has(id) && WHEN.test(unit.text) && !STRESSED.test(unit.text),
  );
  const isJoined = when.length > 1 && opener !== null && when.includes(opener);
  const opening = isJoined ? when : opener ? [opener] : [];
  if (isJoined) addOccasions(united, when, bags);
  else for (const one of opening) addSentence(united, one, bags, keep);
  const others = free.filter((one) => !opening.includes(one));
  const stressed = others.filter(({ unit }) => OPENS.test(unit.text));
  addSentences(united, stressed, bags, keep);
  addItems(united, framed, bags);
  addSentences(
    united,
    others.filter((one) => !stressed.includes(one)),
    bags,
    keep,
  );
  return united;
}

/** Whether a description with these sentences says what `text` does, as a whole or item by item. */
export function saysTrigger(sentences: readonly string[], text: string, bags: Bags): boolean {
  if (LEAD.test(text)) return true;
  const isSaid = (part: string) => sentences.some((sentence) => holds(sentence, part, bags));
  return isSaid(text) || (itemsOf(text)?.every(isSaid) ?? false);
}

/** The items of a sentence that is only a list of occasions; null for one that says more. */
function itemsOf(text: string): string[] | null {
  if (STRESSED.test(text)) return null;
  const frame = FRAMES.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (!frame) return null;
  const items = splitList(text.slice(frame[0].length).replace(/[.!]\s*$/u, ''));
  return items.length > 1 || /^(?:this|that|it)\b/iu.test(text) ? items : null;
}

/** Cuts at commas outside brackets and quotes; the last item loses its "and". */
function splitList(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('([“'.includes(character)) depth++;
    else if (')]”'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === ',' || character === ';') && /\s/.test(text.charAt(at + 1))) {
      items.push(text.slice(start, at));
      start = at + 1;
    }
  }
  items.push(text.slice(start));
  return items.map((item) => item.trim().replace(/^(?:and|or) /iu, '')).filter((item) => item !== '');
}

/** The sentence that shares most with the others; one that says what to do before one that lists, as it can be cut. */
function openerOf(units: readonly DescriptionUnit[], bags: Bags): DescriptionUnit | null {
  const opening = units.filter(({ unit }) => OPENS.test(unit.text));
  const doing = opening.filter(({ unit }) => TO_DO.test(unit.text));
  const candidates = [doing, opening, units].find((list) => list.length > 0) ?? [];
  let best: { unit: DescriptionUnit; score: number } | null = null;
  for (const unit of candidates) {
    const bag = bags.of(unit.unit.text);
    const score = units.reduce((sum, other) => sum + containment(bags.of(other.unit.text), bag), 0);
    if (best === null || score > best.score) best = { unit, score };
  }
  return best?.unit ?? null;
}

/** "Use it when A; when B.": the occasions of several sentences that open alike. */
function addOccasions(united: UnitedTriggers, when: readonly DescriptionUnit[], bags: Bags): void {
  const clauses: { text: string; units: UnitId[] }[] = [];
  for (const { id, unit } of when) {
    const clause = unit.text.replace(WHEN, '').replace(/[.!]\s*$/u, '');
    const holder = clauses.find(({ text }) => holds(text, clause, bags));
    if (holder) holder.units.push(id);
    else clauses.push({ text: clause, units: [id] });
  }
  const [first, ...rest] = clauses;
  if (!first) return;
  const more = rest.map(({ text }, at) => `${at === rest.length - 1 ? '; or when ' : '; when '}${text}`);
  const text = `Use this agent when ${first.text}${more.join('')}.`;
  const [own, ...same] = first.units;
  const units = clauses.flatMap((clause) => clause.units.slice(0, 1));
  united.sentences.push({ text, units: own ? units : [], made: rest.length === 0 ? 'kept' : 'fused' });
  for (const id of [...same, ...rest.flatMap((clause) => clause.units.slice(1))]) united.contained.set(id, 0);
}

/** Decides from the longest on what others say already, and puts the rest in its order. */
function addSentences(
  united: UnitedTriggers,
  units: readonly DescriptionUnit[],
  bags: Bags,
  keep: ReadonlySet<UnitId>,
): void {
  const there = united.sentences.map(({ text }) => text);
  const added = new Set<DescriptionUnit>();
  const ranked = [...units].sort((a, b) => b.unit.text.length - a.unit.text.length);
  for (const one of ranked) {
    const isSaid = !keep.has(one.id) && saysItems(there, one.unit.text, bags);
    if (isSaid) continue;
    there.push(one.unit.text);
    added.add(one);
  }
  for (const one of units) if (added.has(one)) addSentence(united, one, bags, keep);
  for (const one of units) if (!added.has(one)) addContained(united, one, bags);
}

function addContained(united: UnitedTriggers, { id, unit }: DescriptionUnit, bags: Bags): void {
  const bag = bags.of(unit.text);
  const shares = united.sentences.map(({ text }) => containment(bag, bags.of(text)));
  united.contained.set(id, shares.indexOf(Math.max(...shares)));
}

/** Whether sentences say what a text does: one of them all of it, or several one thing each of its list. */
function saysItems(sentences: readonly string[], text: string, bags: Bags): boolean {
  if (sentences.some((sentence) => holds(sentence, text, bags))) return true;
  const items = splitList(text.replace(/[.!]\s*$/u, ''));
  const isThere = items.length > 1 && missingTerms(listProtected(text), sentences.join('\n')).length === 0;
  return isThere && items.every((item) => sentences.some((sentence) => holds(sentence, item, bags)));
}

function addSentence(
  united: UnitedTriggers,
  { id, unit }: DescriptionUnit,
  bags: Bags,
  keep: ReadonlySet<UnitId>,
): void {
  const holder = keep.has(id) ? -1 : united.sentences.findIndex(({ text }) => holds(text, unit.text, bags));
  if (holder !== -1) united.contained.set(id, holder);
  else united.sentences.push({ text: closed(unit.text), units: [id], made: 'kept' });
}

const closed = (text: string): string =>
  /[.!?:。！？…"”)]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;

/** Whether a sentence says what another does, with all that must not get lost. */
function holds(text: string, part: string, bags: Bags): boolean {
  if (text === part) return true;
  return (
    containment(bags.of(inBaseForm(part)), bags.of(inBaseForm(text))) >= CONTAINED &&
    missingTerms(listProtected(part), text).length === 0
  );
}

/** "Designing beds" is for bed design. */
const inBaseForm = remembered((text) => text.replace(/\p{L}{3,}ing\b/gu, (word) => toForm(word, 'base')));

/** Puts the items of all lists into one sentence, each once. */
function addItems(united: UnitedTriggers, framed: readonly DescriptionUnit[], bags: Bags): void {
  const items: string[] = [];
  const fused: UnitId[] = [];
  const place = united.sentences.length;
  const single = framed.length === 1 ? framed[0] : undefined;
  if (single) {
    united.sentences.push({ text: closed(single.unit.text), units: [single.id], made: 'kept' });
    return;
  }
  for (const { id, unit } of framed) {
    let last: number | null = null;
    let added = false;
    for (const item of itemsOf(unit.text) ?? []) {
      const holder = united.sentences.findIndex(({ text }) => holds(text, item, bags));
      if (holder !== -1) last = holder;
      else if (!addItem(items, item, bags)) last = place;
      else added = true;
    }
    if (added) fused.push(id);
    else united.contained.set(id, last ?? place);
  }
  if (items.length === 0) return;
  const opens = united.sentences.length === 0;
  const text = `${opens ? 'Use this agent for' : 'This includes'} ${joined(items)}.`;
  united.sentences.push({ text, units: fused, made: 'fused' });
}

/** Adds an item unless one has it; takes the place of one that it holds. Returns whether it is there now. */
function addItem(items: string[], item: string, bags: Bags): boolean {
  if (items.some((other) => holds(other, item, bags))) return false;
  const held = items.findIndex((other) => isWhole(bags.of(other), bags.of(item)) && holds(item, other, bags));
  if (held === -1) items.push(item);
  else items[held] = item;
  return true;
}

const isWhole = (part: Bag, whole: Bag): boolean => containment(part, whole) > 0.99;

function joined(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')}${items.length > 2 ? ',' : ''} and ${items.at(-1)}`;
}
