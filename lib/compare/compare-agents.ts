/** What does a change of an agent mean? */

import { type AgentFile, readAgentFile } from '@/lib/agent-file';
import { lineStarts, positionAt, type TextRange } from '@/lib/text';

import { compareAuthority } from './compare-authority';
import { compareFields } from './compare-fields';
import { compareUnits, countUnits } from './compare-units';
import { diffRows, type Lines } from './diff-rows';
import { sentencesOf } from './sentences';
import type { Comparison, DiffRow, FieldChange, UnitChange } from './types';

/**
 * Compares two versions of an agent's file; `before` is null where there was none. Says what the agent may do more and
 * less, which fields have another value, what became of each instruction, and how the lines stand beside each other. The
 * same texts give the same answer, swapped sides the swapped one; every changed line belongs to a field, an instruction
 * or the formatting. In bounded time, whatever the texts.
 */
export function compareAgents(before: string | null, after: string): Comparison {
  const [was, is] = [before === null ? null : readAgentFile(before), readAgentFile(after)];
  const unreadable = { before: was !== null && isUnreadable(was), after: isUnreadable(is) };
  const fields = unreadable.before || unreadable.after ? [] : compareFields(was, is);
  const units = compareUnits(was, is);
  const rows = {
    frontMatter: diffRows(was ? linesOf(was, 'front') : NO_LINES, linesOf(is, 'front')),
    body: diffRows(was ? linesOf(was, 'body') : NO_LINES, linesOf(is, 'body')),
  };
  const said = {
    equal: before === after,
    verdict: {
      before: was === null ? null : was.verdict.loads,
      after: is.verdict.loads,
      reasons: { before: was ? reasonsOf(was) : [], after: reasonsOf(is) },
    },
    authority: compareAuthority(was, is),
    fields,
    units,
    counts: countUnits(units),
    formatting: formattingOf([...rows.frontMatter, ...rows.body], was, is, fields, units),
    unreadable,
  };
  return { ...said, sentences: sentencesOf(before, after, said), rows };
}

const isUnreadable = ({ frontMatter }: AgentFile): boolean => frontMatter?.parse === 'failed';

/** The cause as the diagnosis knows it, else the effect that the verdict knows. */
function reasonsOf({ verdict, diagnostics }: AgentFile): string[] {
  if (verdict.loads) return [];
  const causes = diagnostics.filter(({ severity }) => severity === 'error');
  return (causes.length > 0 ? causes : verdict.reasons).map(
    ({ line, message }) => `Line ${line}: ${message}`,
  );
}

const NO_LINES: Lines = { first: 1, lines: [] };

/** The line in which the body begins belongs to the body. */
function linesOf({ text, body }: AgentFile, part: 'front' | 'body'): Lines {
  const from = body.from === 0 ? 0 : text.lastIndexOf('\n', body.from - 1) + 1;
  const source = part === 'front' ? text.slice(0, from) : text.slice(from);
  const lines = source === '' ? [] : source.replace(/\r?\n$/, '').split(/\r?\n/);
  if (part === 'front') return { first: 1, lines };
  return { first: positionAt(lineStarts(text), from).line, lines };
}

/** The changed lines that are not blank and of which nothing else gives an account. */
function formattingOf(
  rows: readonly DiffRow[],
  was: AgentFile | null,
  is: AgentFile,
  fields: readonly FieldChange[],
  units: readonly UnitChange[],
): Comparison['formatting'] {
  const rest = (side: 'before' | 'after', file: AgentFile | null): number[] => {
    if (!file) return [];
    const known = new Covered(file.text);
    for (const { ranges } of fields) known.add(ranges[side]);
    for (const unit of units) known.add(unit[side]?.range ?? null);
    return rows.flatMap((row) => {
      const line = row.kind === 'changed' ? row[side] : null;
      const isBlank = line?.parts.every(({ text }) => text.trim() === '') ?? true;
      return line && !isBlank && !known.has(line.line) ? [line.line] : [];
    });
  };
  return { before: rest('before', was), after: rest('after', is) };
}

/** The lines of a text that something gives an account of. */
class Covered {
  private readonly starts: number[];
  private readonly lines = new Set<number>();
  private readonly seen = new Set<string>();

  constructor(text: string) {
    this.starts = lineStarts(text);
  }

  add(range: TextRange | null): void {
    // All sentences of a description have the same range.
    if (!range || this.seen.has(`${range.from} ${range.to}`)) return;
    this.seen.add(`${range.from} ${range.to}`);
    const last = positionAt(this.starts, Math.max(range.from, range.to - 1)).line;
    for (let { line } = positionAt(this.starts, range.from); line <= last; line++) this.lines.add(line);
  }

  has(line: number): boolean {
    return this.lines.has(line);
  }
}
