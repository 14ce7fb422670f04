/** Which examples does a description hold, and where in it? */

import type { TextRange } from '@/lib/text';
import type { Example } from './types';

/** The parts of an example, in the order in which they are written. */
export const PARTS = ['context', 'user', 'assistant', 'commentary'] as const;
export type Part = (typeof PARTS)[number];

/** A value without its quotes, and where its label begins. */
export interface FoundPart {
  label: number;
  value: TextRange;
  /** The quote before the value, such as `"` or `\"`; empty without. */
  quote: string;
  /** Written as a tag: `<commentary>…</commentary>`. */
  tag: boolean;
}

/** An example at its place; `tagged` when it stands in `<example>…</example>`. */
export interface FoundExample {
  range: TextRange;
  tagged: boolean;
  parts: Partial<Record<Part, FoundPart>>;
}

const OPEN = '<example>';
const CLOSE = '</example>';
const CLOSING_QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’' };

const PART_OF: Readonly<Record<string, Part>> = {
  context: 'context',
  user: 'user',
  human: 'user',
  user_request: 'user',
  assistant: 'assistant',
  agent: 'assistant',
  commentary: 'commentary',
};

/**
 * A label begins a line, with or without a bullet and in bold or not; within a line it needs a quote after it, so
 * that prose about "the user: …" is none, and so does a person's name; or it is a tag. Every repetition is followed by something else than it
 * repeats, so that matching takes linear time.
 */
const LABEL =
  /(?:(^|\n)[ \t]*(?:(?:[-*•]|\d{1,3}[.)])[ \t]+)?\*{0,2}(context|user|human|assistant|agent|commentary)\*{0,2}:\*{0,2})|(?:\s(user|assistant):(?=[ \t]{0,4}\\?["'“‘]))|(?:\n[ \t]*([A-Z][A-Za-z]{1,20}):(?=[ \t]{0,4}"))|<(context|user|user_request|assistant|commentary)>/gi;

/**
 * Reads the examples of a description, as text with line ends or with backslash-n for them: `<example>` blocks,
 * else dialogues of `user:` and `assistant:` lines. Linear in the length of the description.
 *
 * @example readExamples("<example>user: 'Hi' assistant: 'Hello'</example>")[0]?.user // 'Hi'
 */
export function readExamples(description: string): Example[] {
  const text = plainLineEnds(description);
  return findExamples(text).map((example) => exampleOf(text, example));
}

/** Turns backslash-n into line ends. */
export function plainLineEnds(description: string): string {
  return description.replaceAll('\\n', '\n');
}

/** Returns the values of an example that was found in `text`. */
export function exampleOf(text: string, { parts }: FoundExample): Example {
  const part = (name: Part) => {
    const value = parts[name]?.value;
    return value ? text.slice(value.from, value.to) : '';
  };
  return {
    context: part('context'),
    user: part('user'),
    assistant: part('assistant'),
    commentary: part('commentary'),
  };
}

/** Finds the examples in a description with real line ends. */
export function findExamples(text: string): FoundExample[] {
  const tagged = taggedExamples(text);
  return tagged.length > 0 ? tagged : dialogues(text);
}

function taggedExamples(text: string): FoundExample[] {
  const examples: FoundExample[] = [];
  let from = text.indexOf(OPEN);
  let close = 0;
  while (from !== -1) {
    const start = from + OPEN.length;
    const next = text.indexOf(OPEN, start);
    // Searched for again only when passed: a thousand blocks without an end would each look to the end of the text.
    if (close !== -1 && close < start) close = text.indexOf(CLOSE, start);
    const isClosed = close !== -1 && (next === -1 || close < next);
    const end = isClosed ? close : next === -1 ? text.length : next;
    examples.push({
      range: { from, to: isClosed ? close + CLOSE.length : end },
      tagged: true,
      parts: findParts(text, start, end),
    });
    from = next;
  }
  return examples;
}

interface Label {
  part: Part;
  from: number;
  to: number;
  tag: string | null;
}

function labelsIn(text: string, from: number, to: number, withNames: boolean): Label[] {
  const labels: Label[] = [];
  for (const match of text.slice(from, to).matchAll(LABEL)) {
    const [source, , line, inline, speaker, tag] = match;
    const isName =
      speaker !== undefined && withNames && speaker.charAt(0) !== speaker.charAt(0).toLowerCase();
    const part = isName ? 'user' : PART_OF[(line ?? inline ?? tag ?? '').toLowerCase()];
    if (part)
      labels.push({
        part,
        from: from + match.index,
        to: from + match.index + source.length,
        tag: tag ?? null,
      });
  }
  return labels;
}

/** The first of each part counts; more turns of a dialogue stay in the text as they are. */
function findParts(text: string, from: number, to: number): Partial<Record<Part, FoundPart>> {
  const parts: Partial<Record<Part, FoundPart>> = {};
  const labels = labelsIn(text, from, to, true);
  for (const [at, label] of labels.entries()) {
    if (parts[label.part]) continue;
    parts[label.part] = foundPart(text, label, labels[at + 1]?.from ?? to);
  }
  return parts;
}

function foundPart(text: string, label: Label, limit: number): FoundPart {
  if (label.tag !== null) {
    const close = text.slice(label.to, limit).indexOf(`</${label.tag}>`);
    const end = close === -1 ? limit : label.to + close;
    return { label: label.from, value: trimmed(text, label.to, end), quote: '', tag: true };
  }
  const value = trimmed(text, label.to, endOfSpeech(text, label.to, limit));
  return { label: label.from, ...unquoted(text, value), tag: false };
}

/** A line that begins with a tag, such as a note on a tool's call, is nobody's speech. */
function endOfSpeech(text: string, from: number, limit: number): number {
  const at = text.slice(from, limit).search(/\n[ \t]*</);
  return at === -1 ? limit : from + at;
}

function trimmed(text: string, from: number, to: number): TextRange {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { from: start, to: end };
}

/** Takes off the quotes around a value; what comes after the closing one is left out. */
function unquoted(text: string, range: TextRange): { value: TextRange; quote: string } {
  const source = text.slice(range.from, range.to);
  const quote = /^\\?["'“‘]/.exec(source)?.[0] ?? '';
  if (quote === '') return { value: range, quote };
  const closing = CLOSING_QUOTES[quote] ?? quote;
  const end = source.lastIndexOf(closing);
  const isClosed = end >= quote.length && !/[\p{L}\p{N}]/u.test(source.charAt(end + closing.length));
  if (!isClosed) return { value: range, quote: '' };
  return { value: { from: range.from + quote.length, to: range.from + end }, quote };
}

/** Examples without tags: turns that begin lines, each example from its context or its user on. */
function dialogues(text: string): FoundExample[] {
  const examples: FoundExample[] = [];
  const labels = labelsIn(text, 0, text.length, false);
  let current: FoundExample | null = null;
  for (const [at, label] of labels.entries()) {
    if (label.tag !== null) continue;
    const startsNew = label.part === 'context' || (label.part === 'user' && current?.parts.user);
    if (!current || startsNew) {
      if (label.part === 'assistant' || label.part === 'commentary') continue;
      current = { range: { from: label.from, to: label.to }, tagged: false, parts: {} };
      examples.push(current);
    }
    if (current.parts[label.part]) continue;
    const limit = paragraphEnd(text, label.to, labels[at + 1]?.from ?? text.length);
    const part = foundPart(text, label, limit);
    current.parts[label.part] = part;
    current.range.to = part.value.to + part.quote.length;
  }
  return examples.filter(({ parts }) => parts.user && parts.assistant);
}

function paragraphEnd(text: string, from: number, limit: number): number {
  const end = text.slice(from, limit).indexOf('\n\n');
  return end === -1 ? limit : from + end;
}
