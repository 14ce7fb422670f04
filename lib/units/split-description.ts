/** When is an agent to be used, sentence by sentence and example by example? */

import type { TextRange } from '@/lib/text';
import { readLabel } from './labels';
import { listSentences } from './sentences';
import type { Unit, UnitKind } from './types';

const OPEN = /<example>/gi;
const CLOSE = /<\/example>/gi;
const TURN = /^[ \t]*(?:[-*•][ \t]+)?\*{0,2}(context|user|human)\*{0,2}:/i;
const FIRST_TURN = /(?:^|\n)[ \t]*(?:[-*•][ \t]+)?\*{0,2}(?:context|user|human)\*{0,2}:/i;

/**
 * Splits a description, with real line ends, into the sentences that say when to use the agent and its examples, each
 * whole: `<example>` blocks, else dialogues whose lines begin with "Context:" or "User:". Units tile the description.
 *
 * @example splitDescription('Use it to test. <example>user: "Hi"</example>').map(({ kind }) => kind) // ['trigger', 'example']
 */
export function splitDescription(description: string): Unit[] {
  const units: Unit[] = [];
  let from = 0;
  for (const [block, example] of listExamples(description).entries()) {
    addTriggers(units, description, { from, to: example.from }, block * 2);
    addUnit(units, description, 'example', example, block * 2 + 1);
    from = example.to;
  }
  addTriggers(units, description, { from, to: description.length }, units.length);
  return units;
}

function addTriggers(units: Unit[], text: string, range: TextRange, block: number) {
  for (const sentence of listSentences(text, range)) addUnit(units, text, 'trigger', sentence, block);
}

function addUnit(units: Unit[], text: string, kind: UnitKind, range: TextRange, block: number) {
  const source = text.slice(range.from, range.to);
  const says = kind === 'trigger' ? source.replace(/(?<!\s)\s*\n\s*/g, ' ') : source;
  const label = kind === 'trigger' ? (readLabel(says)?.label ?? null) : null;
  units.push({
    index: units.length,
    kind,
    range,
    text: says,
    headings: [],
    parent: null,
    depth: 0,
    label,
    block,
  });
}

function listExamples(text: string): TextRange[] {
  const opens = [...text.matchAll(OPEN)].map((match) => match.index);
  return opens.length > 0 ? taggedExamples(text, opens) : dialogues(text);
}

function taggedExamples(text: string, opens: number[]): TextRange[] {
  const closes = [...text.matchAll(CLOSE)].map((match) => match.index + match[0].length);
  let next = 0;
  return opens.map((from, at) => {
    const limit = opens[at + 1] ?? text.length;
    while ((closes[next] ?? limit + 1) <= from) next++;
    const close = closes[next] ?? limit + 1;
    return trimmed(text, from, close <= limit ? close : limit);
  });
}

/** Turns that begin lines; an example goes to the next one's context, or its user when it has no context. */
function dialogues(text: string): TextRange[] {
  const first = FIRST_TURN.exec(text);
  if (!first) return [];
  const starts: number[] = [];
  let hasUser = false;
  let at = text.charAt(first.index) === '\n' ? first.index + 1 : first.index;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const turn = TURN.exec(text.slice(at, end))?.[1]?.toLowerCase();
    if (turn !== undefined && (starts.length === 0 || turn === 'context' || hasUser)) {
      starts.push(at);
      hasUser = turn !== 'context';
    } else if (turn !== undefined) hasUser = true;
    at = end + 1;
  }
  return starts.map((from, place) => trimmed(text, from, starts[place + 1] ?? text.length));
}

function trimmed(text: string, from: number, to: number): TextRange {
  const source = text.slice(from, to);
  const lead = source.length - source.trimStart().length;
  return { from: from + lead, to: from + source.trimEnd().length };
}
