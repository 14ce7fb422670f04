/** How is a change said, one thing at a time? */

import { listWords, mainLineEnd } from '@/lib/text';

import type {
  Comparison,
  FieldChange,
  Sentence,
  SentenceTone,
  UnitCounts,
  VerdictDifference,
  Widening,
} from './types';

/** So many things are named in one sentence; the rest is counted. */
const MOST_NAMED = 8;
/** Longer values are not said in a sentence; the fields show them. */
const LONGEST_VALUE = 60;

type Said = Omit<Comparison, 'sentences' | 'rows'>;

/** Returns what a change means, the weightiest first. */
export function sentencesOf(before: string | null, after: string, said: Said): Sentence[] {
  if (said.equal) return [sentence('equal', 'plain', 'Both versions say the same, character for character')];
  const sentences = [
    ...verdictSentences(said.verdict),
    ...authoritySentences(said),
    ...unreadableSentences(said.unreadable),
    ...said.fields.flatMap((change) => fieldSentence(change, said.authority) ?? []),
    ...unknownSentences(said.fields),
    ...descriptionSentences(said),
    ...countSentences(said.counts),
  ];
  const rest = [...formattingSentences(said, sentences.length > 0), ...lineEndSentences(before, after)];
  const all = [...sentences, ...rest];
  return all.length > 0 ? all : [sentence('formatting', 'plain', 'Only blanks and line breaks changed')];
}

const sentence = (code: Sentence['code'], tone: SentenceTone, words: string): Sentence => ({
  code,
  tone,
  words,
});

function verdictSentences({ before, after, reasons }: VerdictDifference): Sentence[] {
  const [why] = reasons.after;
  const because = why ? `: ${why.replace(/\.$/, '')}` : '';
  if (after) return before === false ? [sentence('loads', 'good', 'Loads in Claude Code now')] : [];
  if (before === false) return [sentence('broken', 'bad', `Still does not load in Claude Code${because}`)];
  const words = before === null ? 'Does not load' : 'No longer loads';
  return [sentence('breaks', 'bad', `${words} in Claude Code${because}`)];
}

function authoritySentences({ authority, fields }: Said): Sentence[] {
  const { widenings, narrowings } = authority;
  const tools = fields.find(({ key }) => key === 'tools');
  const had = tools?.kind === 'removed' ? tools.removed : [];
  const has = tools?.kind === 'added' ? tools.added : [];
  const gains = powerWords(widenings, had.length > 0 ? `, where it had ${listWords(had, MOST_NAMED)}` : '');
  const loses = powerWords(narrowings, has.length > 0 ? ` but ${listWords(has, MOST_NAMED)}` : '');
  return [
    ...(widenings.length > 0 ? [sentence('gains', 'widens', `Gains ${gains}`)] : []),
    ...(narrowings.length > 0 ? [sentence('loses', 'narrows', `Loses ${loses}`)] : []),
  ];
}

/** Lists powers; `besides` is what there is instead of every tool of the session. */
function powerWords(powers: readonly Widening[], besides: string): string {
  const isAll = ({ key }: Widening) => key.startsWith('tools:');
  const hasAll = powers.some(isAll);
  const hasAgent = hasAll || powers.some(({ key }) => key === 'tool:Agent');
  // Whoever has the tool may start any agent, as long as it is not told which.
  const said = powers.filter(({ key }) => key !== 'agent:' || !hasAgent);
  const names = said.map((power) => {
    const name = power.words.slice(power.words.indexOf(' ') + 1);
    return power.key === 'tool:Agent' && said.length < powers.length ? `${name} (to start any agent)` : name;
  });
  if (!hasAll) return listWords(names, MOST_NAMED);
  const rest = names.filter((_, at) => !isAll(said[at] as Widening));
  const all = `every tool of the session${besides}`;
  return rest.length > 0 ? `${all}; also ${listWords(rest, MOST_NAMED)}` : all;
}

function unreadableSentences({ before, after }: Said['unreadable']): Sentence[] {
  if (!before && !after) return [];
  const whose = before && after ? 'neither version' : before ? 'the former version' : 'the later version';
  const verb = before && after ? 'can be read' : 'cannot be read';
  return [
    sentence('unreadable', 'plain', `The front matter of ${whose} ${verb}, so the fields are not compared`),
  ];
}

const TOOL_FIELDS: ReadonlySet<string> = new Set(['tools', 'disallowedTools']);

/** Tools are said with what the agent may do, where that is another, and the description by its sentences. */
function fieldSentence(change: FieldChange, authority: Said['authority']): Sentence | null {
  if (!change.known || (change.key === 'description' && change.kind === 'changed')) return null;
  const isSaid = authority.widenings.length + authority.narrowings.length > 0;
  if (isSaid && TOOL_FIELDS.has(change.key)) return null;
  return sentence('field', 'plain', fieldWords(change));
}

/** What is for other readers than Claude Code is one thing, however many keys it has. */
function unknownSentences(fields: readonly FieldChange[]): Sentence[] {
  const unknown = fields.filter(({ known }) => !known);
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, MOST_NAMED).map((change) => {
    const { label, kind } = change;
    return kind === 'changed' ? fieldWords(change) : `${label} ${kind}`;
  });
  const more = unknown.length - named.length;
  const words = [...named, ...(more > 0 ? [`${more} more`] : [])].join('; ');
  return [sentence('field', 'plain', `Not read by Claude Code: ${words}`)];
}

/**
 * Says what became of a field.
 *
 * @example fieldWords(change) // 'Model: sonnet → opus'
 */
export function fieldWords(change: FieldChange): string {
  const { label, before, after, added, removed, kind } = change;
  if (added.length + removed.length > 0 && kind === 'changed') {
    const parts = [
      added.length > 0 ? `${listWords(added, MOST_NAMED)} added` : '',
      removed.length > 0 ? `${listWords(removed, MOST_NAMED)} removed` : '',
    ];
    return `${label}: ${parts.filter(Boolean).join(', ')}`;
  }
  const [was, is] = [shortly(before), shortly(after)];
  if (before !== null && after !== null) {
    return was !== null && is !== null ? `${label}: ${was} → ${is}` : `${label} changed`;
  }
  if (kind === 'added') return is === null ? `${label} added` : `${label}: ${is} (was not set)`;
  return was === null ? `${label} removed` : `${label} is not set any more (was ${was})`;
}

/** Null of what is too long for a sentence, or YAML that only its own lines make clear. */
function shortly(value: string | null): string | null {
  if (value === null || value === '' || value.length > LONGEST_VALUE) return null;
  return value.includes('\n') || /^(?:- |[[{])/.test(value) ? null : value;
}

function descriptionSentences({ units, fields }: Said): Sentence[] {
  if (!fields.some(({ key, kind }) => key === 'description' && kind === 'changed')) return [];
  const counts = { sentence: noCounts(), example: noCounts() };
  for (const { kind, place, before, after } of units) {
    if (place !== 'description') continue;
    counts[(after ?? before)?.kind === 'example' ? 'example' : 'sentence'][kind] += 1;
  }
  const words = [countWords(counts.sentence, 'sentence'), countWords(counts.example, 'example')].filter(
    Boolean,
  );
  return [
    sentence('description', 'plain', `Description: ${words.join('; ') || 'blanks and line breaks changed'}`),
  ];
}

const noCounts = (): UnitCounts => ({ added: 0, removed: 0, reworded: 0, moved: 0 });

function countSentences({ instructions, headings }: Said['counts']): Sentence[] {
  const [said, titles] = [countWords(instructions, 'instruction'), countWords(headings, 'heading')];
  return [
    ...(said ? [sentence('instructions', 'plain', said)] : []),
    ...(titles ? [sentence('headings', 'plain', titles)] : []),
  ];
}

/**
 * Says how many came, went, were reworded or moved; the first with what they are.
 *
 * @example countWords({ added: 2, removed: 1, reworded: 1, moved: 0 }, 'instruction') // '2 instructions added, 1 removed, 1 reworded'
 */
export function countWords(counts: UnitCounts, noun: string): string {
  const kinds = (['added', 'removed', 'reworded', 'moved'] as const).filter((kind) => counts[kind] > 0);
  return kinds
    .map((kind, at) => {
      const count = counts[kind];
      const what = at === 0 ? ` ${noun}${count === 1 ? '' : 's'}` : '';
      return `${count.toLocaleString('en-US')}${what} ${kind}`;
    })
    .join(', ');
}

function formattingSentences({ formatting }: Said, isMore: boolean): Sentence[] {
  const lines = Math.max(formatting.before.length, formatting.after.length);
  if (lines === 0) return [];
  const words = `${isMore ? 'Other formatting' : 'Only formatting'} changed in ${lines.toLocaleString('en-US')} ${lines === 1 ? 'line' : 'lines'}`;
  return [sentence('formatting', 'plain', words)];
}

const LINE_ENDS = { '\n': 'Unix', '\r\n': 'Windows' } as const;

function lineEndSentences(before: string | null, after: string): Sentence[] {
  if (before === null) return [];
  const [was, is] = [mainLineEnd(before), mainLineEnd(after)];
  return was === is
    ? []
    : [sentence('line-ends', 'plain', `Line ends: ${LINE_ENDS[was]} → ${LINE_ENDS[is]}`)];
}
