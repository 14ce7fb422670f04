/** Of which items is an instruction made, and how is it written with more or fewer of them? */

import { listSentences, readLabel } from '@/lib/units';
import { splitParts, splitSemicolons } from './fuse-parts';
import { isAlsoNoun, isNounGerund, verbForm } from './fuse-verbs';
import { RESTRICTS } from './negation';

/** A list within a clause: "with JWT, OAuth, and RBAC". */
export interface Part {
  /** The word that opens it; empty for what the verb governs. */
  preposition: string;
  items: string[];
  /** "and" or "or" before the last; a comma for lists that only have commas. */
  conjunction: string;
}

/** One demand: "Design APIs with clear errors". */
export interface Clause {
  /** Verb and what goes with it; empty for a list without a verb. */
  lead: string;
  parts: Part[];
  /** What says under which circumstances: "when relevant", "before proposing solutions"; else empty. */
  suffix: string;
  /** Whether items may be taken out and put in; else it is one piece of words. */
  isList: boolean;
  /** Whether its items begin with verbs themselves. */
  isSeries: boolean;
  /** How it ended: '.', '!', '?' or ''. */
  end: string;
  /** As it was read, without its end; null once its items were changed. */
  source: string | null;
}

/** An instruction taken apart: `**label**: clause; clause`. */
export interface Phrase {
  label: string | null;
  /** The label as it is written, with its marks and colon. */
  title: string;
  /** Whether its words begin with a capital. */
  isCapital: boolean;
  clauses: Clause[];
}

/** What no item of a plain list holds: words that make clauses of their own. */
const CLAUSAL =
  /\b(?:which|who|whose|when|while|before|after|if|so|is|are|was|were|can|will|would|should|could|may|might|you|your|it|its|their|they|them|this|these|those|that|where|because|then|rather|instead|both|either|whether|every|each|how|what|why)\b/iu;
/** Says when; what stands before it may be a list. */
const SUFFIX =
  /\s(?:before|when|while|after|until|if|where (?:appropriate|necessary|needed|possible|relevant|applicable)|as (?:needed|appropriate|necessary))(?:\s[^;()]*)?$/i;
/** Two words that say when; they stand in any item. */
const CIRCUMSTANCE =
  /\b(?:when|where|if) (?:helpful|needed|relevant|appropriate|applicable|necessary|possible|useful)\b/gi;
const ADVERB = /^(?:always|also|first|then|finally|next|\p{L}+ly),?$/iu;
/** Whether a word only says how or when. */
export const isAdverb = (word: string) => ADVERB.test(word) && verbForm(word) === null;
const PARTICLE = /^(?:for|to|up|out|on|in|into|about|at|of|as|from|against|over)$/;
const LONGEST_LEAD = 4;
/** Ways to say what one is good at; what follows is a list. */
const EXPERTISE =
  /^(?:you (?:also )?(?:specialize in|excel (?:in|at)|have (?:\p{L}+ ){0,2}(?:expertise|experience|knowledge) (?:in|with|of|across)|possess (?:\p{L}+ ){0,2}(?:expertise|knowledge) (?:in|of|across)|are (?:proficient|skilled|an expert|experienced) in)|your (?:\p{L}+ ){0,2}(?:expertise|mastery|knowledge|experience|skills?) (?:spans?|covers?|includes?)) /iu;
/** "You implement A, B, and C": the same as the demand, said of the agent. */
const DOING = /^you (?:(?:also|always|automatically) )*/iu;
/** Whether a lead says what the agent does, and not what it is to do. */
export const isDoing = (lead: string) => /^you\b/iu.test(lead) && !isExpertise(lead);
/** A lead's verbs without the agent: "You implement" asks for as much as "Implement". */
export const verbsOf = (lead: string) => (isDoing(lead) ? lead.replace(DOING, '') : lead);
/** What answers are made of: as good as "provide". */
const RESPONSES =
  /^your (?:responses|answers|outputs?|deliverables|recommendations|reports?) (?:always )?(?:include|contain) /iu;
export const isProviding = (lead: string) => RESPONSES.test(`${lead} `);
/** Whether a lead says what one is good at. */
export const isExpertise = (lead: string) => EXPERTISE.test(`${lead} `);

/** Takes an instruction apart; `printPhrase` puts it together again. */
export function readPhrase(text: string): Phrase {
  const titled = readLabel(text);
  const from = titled?.from ?? 0;
  const rest = text.slice(from);
  const clauses = listSentences(rest, { from: 0, to: rest.length }).flatMap((range) =>
    splitSemicolons(rest.slice(range.from, range.to)),
  );
  return {
    label: titled?.label ?? null,
    title: text.slice(0, from).trim(),
    isCapital: /^\p{Lu}/u.test(rest),
    clauses: clauses.map((clause) => readClause(clause, titled !== null)),
  };
}

/** Below a title, what the agent does is a list as what it is to do is. */
function readClause(text: string, isTitled: boolean): Clause {
  const end = /[.!?。！？]+["'”’)*_」』]*$/u.exec(text)?.[0] ?? '';
  const words = text.slice(0, text.length - end.length).trim();
  const whole: Clause = {
    lead: '',
    parts: [{ preposition: '', items: [words], conjunction: 'and' }],
    suffix: '',
    isList: false,
    isSeries: false,
    end,
    source: words,
  };
  if (RESTRICTS.test(words) || /^\[[ xX]?\]/.test(words) || /[*_]{2}|[:：—–]|[。、，]| - /.test(words))
    return whole;
  const lead = isTitled && DOING.test(words) ? doingOf(words) : leadOf(words);
  // A sentence without a verb that we know may begin with anything.
  if (lead === '' && end !== '') return whole;
  const suffix = lead === '' ? '' : suffixOf(words.slice(lead.length));
  const parts = splitParts(words.slice(lead.length, words.length - suffix.length).trim());
  const all = parts.flatMap(({ items }) => items);
  if (all.some((item) => item === '' || CLAUSAL.test(item.replace(CIRCUMSTANCE, '')) || isAdverb(item)))
    return whole;
  if (
    (lead === '' || isDoing(lead)) &&
    all
      .slice(1)
      .some(
        (item) =>
          verbForm(firstWord(item)) === 'gerund' && !isNounGerund(firstWord(item)) && item.includes(' '),
      )
  )
    return whole;
  const later = lead === '' ? [] : (parts[0]?.items.slice(1) ?? []).map(firstWord);
  if (!later.some(isVerbAlone)) return { ...whole, lead, parts, suffix: suffix.trim(), isList: true };
  if (parts.length > 1 || suffix !== '' || !later.every((word) => verbForm(word) !== null)) return whole;
  const items = all.map((item, at) => (at === 0 ? `${lead} ${item}` : item));
  return { ...whole, parts: [{ ...(parts[0] as Part), items }], isList: true, isSeries: true };
}

/** What follows "when helpful" is the next item, not part of the circumstance. */
function suffixOf(words: string): string {
  const suffix = SUFFIX.exec(words)?.[0] ?? '';
  const isInner = suffix.trim().replace(CIRCUMSTANCE, '').startsWith(',');
  return isInner ? '' : suffix;
}

const isVerbAlone = (word: string) => verbForm(word) === 'base' && !isAlsoNoun(word);

export function printPhrase({ title, isCapital, clauses }: Phrase): string {
  let text = title;
  for (const [at, clause] of clauses.entries()) {
    const before = clauses[at - 1];
    const words = printClause(clause);
    const glue = at === 0 ? (title === '' ? '' : ' ') : before?.end ? ' ' : '; ';
    const said =
      at === 0
        ? isCapital
          ? capitalized(words)
          : words
        : before?.end
          ? capitalized(words)
          : uncapitalized(words);
    text += glue + said;
  }
  return text;
}

export function printClause({ lead, parts, suffix, end, source }: Clause): string {
  if (source !== null) return source + end;
  const lists = parts
    .filter(({ items }) => items.length > 0)
    .map(({ preposition, items, conjunction }) => `${preposition} ${joinItems(items, conjunction)}`.trim());
  return `${[lead, ...lists, suffix].filter((words) => words !== '').join(' ')}${end}`;
}

/** Joins items as the sources do: with a comma before the last "and". */
function joinItems(items: readonly string[], conjunction: string): string {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2) return last;
  if (conjunction === ',') return items.join(', ');
  if (items.length === 2 && !(items[0] ?? '').includes(',')) return `${items[0]} ${conjunction} ${last}`;
  return `${items.slice(0, -1).join(', ')}, ${conjunction} ${last}`;
}

export function firstWord(text: string): string {
  return /^[\p{L}\p{N}'’-]+/u.exec(text)?.[0] ?? '';
}

/** A capital at the start, unless the first word is written in a way of its own. */
export function capitalized(text: string): string {
  return /^\p{Ll}[\p{Ll}'’-]*(?:[\s,;:.]|$)/u.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

/** No capital at the start where the first word is a common verb. */
function uncapitalized(text: string): string {
  return verbForm(firstWord(text)) && /^\p{Lu}\p{Ll}/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** "You design and implement" with what goes with it. */
function doingOf(text: string): string {
  const opening = DOING.exec(text)?.[0] ?? '';
  const lead = leadOf(text.slice(opening.length));
  return lead === '' ? leadOf(text) : opening + lead;
}

/** The verb that opens a clause, with its adverbs, the verbs beside it, and a particle. */
function leadOf(text: string): string {
  const expertise = (EXPERTISE.exec(text) ?? RESPONSES.exec(text))?.[0];
  if (expertise !== undefined) return expertise.trimEnd();
  const words = text.split(' ');
  let at = 0;
  while (at < words.length && isAdverb(words[at] ?? '')) at++;
  if (!verbForm(words[at] ?? '') || isNounGerund(words[at] ?? '')) return '';
  at++;
  while (at + 1 < words.length && /^(?:and|or)$/.test(words[at] ?? '') && verbForm(words[at + 1] ?? ''))
    at += 2;
  if (PARTICLE.test(words[at] ?? '')) at++;
  return at > LONGEST_LEAD || at >= words.length ? '' : words.slice(0, at).join(' ');
}
