/** How can a text be written as a YAML scalar, so that Claude Code reads it as it is? */

/** What the front matter must never hold outside an escape, for it would end there. */
export const FENCE = '---';

/** Characters that only an escape carries safely: controls, byte order mark and the line ends of other standards. */
const NEEDS_ESCAPE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const NEEDS_ESCAPE_ALL = /[\0-\x1f"\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

/** Writes any text on one line in double quotes; `---` and whatever is not printable as an escape. */
export function doubleQuoted(value: string): string {
  const escaped = value
    .replace(
      NEEDS_ESCAPE_ALL,
      (c) => SHORT_ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/-(?=--)/g, '\\u002d');
  return `"${escaped}"`;
}

/** Writes a one-line text in single quotes; null when they cannot carry it. */
export function singleQuoted(value: string): string | null {
  return isOneLine(value) ? `'${value.replaceAll("'", "''")}'` : null;
}

/** Words and numbers that YAML, in this or an older version, takes for something else than text. */
const NOT_TEXT = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?[0-9].*|[-+]?\.(?:inf|nan))$/i;
const INDICATOR_FIRST = /^[-?:,[\]{}#&*!|>'"%@`=<\s]|^\.\.\./;

/** Says whether a text may stand without quotes as the value of a key. */
export function isPlainSafe(value: string): boolean {
  return (
    isOneLine(value) &&
    value !== '' &&
    !/\s$/.test(value) &&
    !INDICATOR_FIRST.test(value) &&
    !/:(?:\s|$)|\s#/.test(value) &&
    !NOT_TEXT.test(value)
  );
}

/** Says whether a text may stand without quotes in a list in brackets. */
export function isFlowSafe(value: string): boolean {
  return isPlainSafe(value) && !/[[\]{},:]/.test(value.replace(/:(?=[^\s,[\]{}])/g, ''));
}

/** A text on one line of printable characters and without a fence. */
function isOneLine(value: string): boolean {
  return !value.includes('\n') && !value.includes(FENCE) && !NEEDS_ESCAPE.test(value);
}

function canBeBlock(value: string): boolean {
  return value.trim() !== '' && !value.includes(FENCE) && !NEEDS_ESCAPE.test(value);
}

/** How the lines of a block scalar are written. */
export interface BlockLayout {
  indent: number;
  lineEnd: string;
  /** After the header, such as a comment. */
  afterHeader: string;
  /** The file has no such block yet: leave out what not every parser of YAML reads alike. */
  cautious: boolean;
}

/**
 * Writes a text as a `|` block of as many lines as it has; null when a block cannot carry it, or only with an
 * indentation indicator.
 */
export function literalBlock(value: string, layout: BlockLayout): string | null {
  const { indent, lineEnd, afterHeader, cautious } = layout;
  if (!canBeBlock(value) || /^\s/.test(value)) return null;
  if (cautious && /\n *(?:\t| (?:\n|$))/.test(value)) return null;
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  return `|${chomping(value)}${afterHeader}${lineEnd}${indentLines(body.split('\n'), indent, lineEnd)}`;
}

/** Writes a text as a `>` block, wrapped at `width`; null when folding cannot carry it. */
export function foldedBlock(value: string, layout: BlockLayout, width: number): string | null {
  if (!canBeBlock(value) || /^\s|\n[ \t]|[ \t](?:\n|$)|\n\n$/.test(value)) return null;
  const body = value.replace(/\n$/, '');
  // Folding joins lines, so a line end in the value takes one more in the source.
  const lines = body.split(/(\n+)/).flatMap((part, at) => {
    if (at % 2 === 0) return wrap(part, width);
    return Array.from({ length: part.length }, () => '');
  });
  return `>${chomping(value)}${layout.afterHeader}${layout.lineEnd}${indentLines(lines, layout.indent, layout.lineEnd)}`;
}

function chomping(value: string): string {
  if (!value.endsWith('\n')) return '-';
  return value.endsWith('\n\n') ? '+' : '';
}

function indentLines(lines: readonly string[], indent: number, lineEnd: string): string {
  const blanks = ' '.repeat(indent);
  return lines.map((line) => (line === '' ? '' : blanks + line)).join(lineEnd);
}

/** Breaks a paragraph at single spaces only, for the others would be lost in folding. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
