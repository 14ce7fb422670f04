/** How is a change said, one thing at a time? */

import { listWords, mainLineEnd } from '@/lib/text';

import type { Comparison, FieldChange, Sentence, SentenceTone, UnitCounts, VerdictDifference } from './types';

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
    ...authoritySentences(said.authority),
    ...unreadableSentences(said.unreadable),
    ...said.fields.flatMap((change) => fieldSentence(change, said.authority) ?? []),
    ...descriptionSentences(said),
    ...countSentences(said.counts),
  ];
  const rest = [...formattingSentences(said, sentences.length > 0), ...lineEndSentences(before, after)];
  const all = [...sentences, ...rest];
  return all.length > 0 ? all : [sentence('formatting', 'plain', 'Only blanks and line ends changed')];
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

function authoritySentences({ widenings, narrowings }: Said['authority']): Sentence[] {
  const say = (list: Said['authority']['widenings'], verb: string) =>
    `${verb} ${listWords(
      list.map(({ words }) => words.slice(words.indexOf(' ') + 1)),
      MOST_NAMED,
    )}`;
  return [
    ...(widenings.length > 0 ? [sentence('gains', 'widens', say(widenings, 'Gains'))] : []),
    ...(narrowings.length > 0 ? [sentence('loses', 'narrows', say(narrowings, 'Loses'))] : []),
  ];
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
  if (change.key === 'description' && change.kind === 'changed') return null;
  const isSaid = authority.widenings.length + authority.narrowings.length > 0;
  if (isSaid && TOOL_FIELDS.has(change.key)) return null;
  return sentence('field', 'plain', fieldWords(change));
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

function shortly(value: string | null): string | null {
  return value === null || value === '' || value.length > LONGEST_VALUE || value.includes('\n')
    ? null
    : value;
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
