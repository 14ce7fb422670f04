/** How does a description read with other examples, written as it writes its own? */

import { applyReplacements, type Replacement } from '@/lib/text';
import {
  exampleOf,
  type FoundExample,
  findExamples,
  PARTS,
  type Part,
  plainLineEnds,
  readExamples,
} from './examples';
import type { Example } from './types';

/** How the examples of a description are written. */
interface Dialect {
  /** Between the parts: a line end with blanks, or one blank for examples on one line. */
  separator: string;
  /** Between examples. */
  between: string;
  /** After the opening and before the closing tag. */
  inside: { open: string; close: string };
  quote: string;
  labels: Record<Part, string>;
  /** Around the commentary within its tags. */
  commentaryPadding: string;
  tagged: boolean;
}

const LABELS: Record<Part, string> = {
  context: 'Context: ',
  user: 'user: ',
  assistant: 'assistant: ',
  commentary: '',
};

/**
 * Returns the description with `examples` in place of its own, in the dialect of these: their line ends, quotes and
 * labels. Examples that stay are not touched, and the same examples give the same description.
 *
 * @example editExamples('Use it.', []) // 'Use it.'
 */
export function editExamples(description: string, examples: readonly Example[]): string {
  const isLiteral = description.includes('\\n') && !description.includes('\n');
  const text = plainLineEnds(description);
  const old = findExamples(text);
  const present = old.map((example) => exampleOf(text, example));
  if (sameExamples(present, examples)) return description;
  const edited = firstThatReads(text, old, present, examples);
  return isLiteral ? edited.replaceAll('\n', '\\n') : edited;
}

/** Tries the dialect as it is, then with common quotes and labels, then all examples anew as tagged blocks. */
function firstThatReads(
  text: string,
  old: readonly FoundExample[],
  present: readonly Example[],
  examples: readonly Example[],
): string {
  const dialect = dialectOf(text, old);
  const attempts = [
    () => edit(text, old, align(present, examples), examples, dialect),
    () => edit(text, old, align(present, examples), examples, { ...dialect, quote: '"', labels: LABELS }),
    () => {
      const bare = edit(text, old, align(present, []), [], dialect);
      return edit(bare, [], align([], examples), examples, newDialect());
    },
  ];
  let result = text;
  for (const attempt of attempts) {
    result = attempt();
    if (sameExamples(readExamples(result), examples)) return result;
  }
  return result;
}

const sameExample = (a: Example, b: Example): boolean => PARTS.every((part) => a[part] === b[part]);
const sameExamples = (a: readonly Example[], b: readonly Example[]): boolean =>
  a.length === b.length && a.every((one, at) => sameExample(one, b[at] as Example));

function edit(
  text: string,
  old: readonly FoundExample[],
  pairs: readonly PairOfExamples[],
  examples: readonly Example[],
  dialect: Dialect,
): string {
  const replacements: Replacement[] = [];
  let end = old[0]?.range.from ?? endOfText(text);
  let added = '';
  const flush = () => {
    if (added !== '') replacements.push({ from: end, to: end, insert: added });
    added = '';
  };
  for (const { before, after } of pairs) {
    const found = before === null ? undefined : old[before];
    const example = after === null ? undefined : examples[after];
    if (found && example) {
      flush();
      replacements.push(...change(text, found, example, dialect));
      end = found.range.to;
    } else if (found) {
      flush();
      replacements.push(removal(text, old, before as number));
      end = found.range.to;
    } else if (example) added += joined(text, old, end, render(example, dialect), dialect);
  }
  flush();
  return applyReplacements(text, merged(replacements));
}

/** A new example before the first one is followed by the gap, any other is preceded by it. */
function joined(
  text: string,
  old: readonly FoundExample[],
  end: number,
  example: string,
  dialect: Dialect,
): string {
  const isBeforeFirst = old.length > 0 && end === old[0]?.range.from;
  if (isBeforeFirst) return example + dialect.between;
  return (text.slice(0, end).trim() === '' ? '' : dialect.between) + example;
}

/** Overlapping removals of neighbours become one. */
function merged(replacements: readonly Replacement[]): Replacement[] {
  const sorted = [...replacements].sort((a, b) => a.from - b.from || a.to - b.to);
  const result: Replacement[] = [];
  for (const one of sorted) {
    const last = result.at(-1);
    if (last && one.from < last.to) {
      last.to = Math.max(last.to, one.to);
      last.insert += one.insert;
    } else result.push({ ...one });
  }
  return result;
}

interface PairOfExamples {
  before: number | null;
  after: number | null;
}

/** Pairs equal examples in order, then the others between them one by one. */
function align(before: readonly Example[], after: readonly Example[]): PairOfExamples[] {
  const pairs: PairOfExamples[] = [];
  let b = 0;
  let a = 0;
  const pairUpTo = (endB: number, endA: number) => {
    const isMove = endB - b !== endA - a;
    while (b < endB || a < endA) {
      const both = b < endB && a < endA;
      if (both || !isMove) pairs.push({ before: b++, after: a++ });
      else if (b < endB) pairs.push({ before: b++, after: null });
      else pairs.push({ before: null, after: a++ });
    }
  };
  while (b < before.length && a < after.length) {
    const anchor = nextAnchor(before, after, b, a);
    if (!anchor) break;
    pairUpTo(anchor.b, anchor.a);
    pairs.push({ before: b++, after: a++ });
  }
  pairUpTo(before.length, after.length);
  return pairs;
}

function nextAnchor(before: readonly Example[], after: readonly Example[], b: number, a: number) {
  for (let at = b; at < before.length; at++) {
    const match = after.findIndex(
      (one, position) => position >= a && sameExample(one, before[at] as Example),
    );
    if (match !== -1) return { b: at, a: match };
  }
  return null;
}

/** Replaces the values in place; an example that gains or loses a part is written anew. */
function change(text: string, found: FoundExample, example: Example, dialect: Dialect): Replacement[] {
  const old = exampleOf(text, found);
  if (sameExample(old, example)) return [];
  const sameParts = PARTS.every((part) => found.parts[part] !== undefined || example[part] === '');
  const losesPart = PARTS.some(
    (part) => old[part] !== '' && example[part] === '' && !found.parts[part]?.quote,
  );
  if (!sameParts || losesPart) return [{ ...found.range, insert: render(example, dialect) }];
  return PARTS.flatMap((part) => {
    const place = found.parts[part];
    if (!place || old[part] === example[part]) return [];
    const needsQuote =
      place.quote === '' && !place.tag && part !== 'context' && /^["'“‘]/.test(example[part]);
    const insert = needsQuote ? `"${example[part]}"` : example[part];
    const gap = place.value.from === place.value.to && place.quote === '' && !place.tag ? ' ' : '';
    return [{ ...place.value, insert: gap + insert }];
  });
}

/** Takes the gap before an example along, or, for the first of several, the one after it. */
function removal(text: string, old: readonly FoundExample[], at: number): Replacement {
  const { range } = old[at] as FoundExample;
  const previous = old[at - 1];
  const isGap = (from: number, to: number) => /^[\s\-*•]*$/.test(text.slice(from, to));
  if (previous && isGap(previous.range.to, range.from))
    return { from: previous.range.to, to: range.to, insert: '' };
  const next = old[at + 1];
  if (!previous && next && isGap(range.to, next.range.from))
    return { from: range.from, to: next.range.from, insert: '' };
  let from = range.from;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  return { from, to: range.to, insert: '' };
}

/** New examples come before blank lines at the end. */
function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function dialectOf(text: string, old: readonly FoundExample[]): Dialect {
  const sample = old.find(({ parts }) => parts.user) ?? old[0];
  if (!sample) return newDialect();
  const source = text.slice(sample.range.from, sample.range.to);
  const indent = /\n([ \t]*)\S/.exec(source)?.[1] ?? '';
  const isInline = !source.includes('\n');
  const separator = isInline ? ' ' : `\n${indent}`;
  const closeIndent = /\n([ \t]*)<\/example>$/.exec(source)?.[1] ?? '';
  const { user, assistant } = sample.parts;
  const commentary = sample.parts.commentary;
  const afterTag = commentary ? text.slice(commentary.label, commentary.value.from) : '';
  return {
    separator,
    between: gapOf(text, old) ?? (isInline ? ' ' : '\n\n'),
    inside: isInline ? { open: '', close: '' } : { open: separator, close: `\n${closeIndent}` },
    quote: user?.quote || assistant?.quote || (isInline || user?.tag ? '"' : ''),
    labels: { ...LABELS, ...labelsOf(text, sample) },
    commentaryPadding: afterTag.includes('\n') ? `\n${indent}` : '',
    tagged: sample.tagged,
  };
}

function newDialect(): Dialect {
  return {
    separator: '\n',
    between: '\n\n',
    inside: { open: '\n', close: '\n' },
    quote: '"',
    labels: LABELS,
    commentaryPadding: '',
    tagged: true,
  };
}

/** The labels as the sample writes them, with bold and bullets, without the line end before. */
function labelsOf(text: string, { parts }: FoundExample): Partial<Record<Part, string>> {
  const labels: Partial<Record<Part, string>> = {};
  for (const part of ['context', 'user', 'assistant'] as const) {
    const found = parts[part];
    if (!found || found.tag) continue;
    labels[part] = text.slice(found.label, found.value.from - found.quote.length).trimStart();
  }
  return labels;
}

function gapOf(text: string, old: readonly FoundExample[]): string | null {
  const last = old.at(-1);
  const previous = old.at(-2);
  if (!last || !previous) return null;
  const gap = text.slice(previous.range.to, last.range.from);
  return /^[\s\-*•]*$/.test(gap) ? gap : null;
}

function render(example: Example, dialect: Dialect): string {
  const { labels, quote, separator, inside } = dialect;
  const closing = { '“': '”', '‘': '’' }[quote] ?? quote;
  const spoken = (part: 'user' | 'assistant') => `${labels[part]}${quote}${example[part]}${closing}`;
  const parts = [
    example.context === '' ? null : labels.context + example.context,
    spoken('user'),
    spoken('assistant'),
  ];
  const padding = dialect.commentaryPadding;
  if (example.commentary !== '') {
    parts.push(`<commentary>${padding}${example.commentary}${padding}</commentary>`);
  }
  const content = parts.filter((part) => part !== null).join(separator);
  return dialect.tagged ? `<example>${inside.open}${content}${inside.close}</example>` : content;
}
