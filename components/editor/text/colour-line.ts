/** What colours has a line of Markdown or of YAML? By the line alone, so that no text, however long, is slow. */

/** What a stretch of a line is; each has a class `cm-…` in the theme. */
export type Ink =
  | 'mark'
  | 'heading'
  | 'strong'
  | 'emphasis'
  | 'code'
  | 'link'
  | 'key'
  | 'comment'
  | 'string'
  | 'word';

/** A stretch of a line with its ink; offsets count from the start of the line. */
export interface Stretch {
  from: number;
  to: number;
  ink: Ink;
}

/** Longer lines are coloured up to here. */
const LONGEST = 4_000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Says which fence a line opens or closes, or null. */
export function fenceOf(line: string): string | null {
  return FENCE.exec(line)?.[1] ?? null;
}

const INLINE: readonly { pattern: RegExp; ink: Ink }[] = [
  { pattern: /(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, ink: 'code' },
  { pattern: /!?\[[^\]\n]*\]\([^)\n]*\)|<https?:[^>\s]*>|https?:\/\/[^\s)>\]]+/g, ink: 'link' },
  { pattern: /(\*\*|__)(?=\S)[^\n]*?\S\1/g, ink: 'strong' },
  {
    pattern: /(?<![*\w])\*(?![*\s])[^*\n]*[^*\s]\*(?!\*)|(?<![_\w])_(?![_\s])[^_\n]*[^_\s]_(?!\w)/g,
    ink: 'emphasis',
  },
];

/** The inks of a line of Markdown outside a code block. Stretches follow one another and do not overlap. */
export function colourMarkdown(text: string): Stretch[] {
  const line = text.slice(0, LONGEST).replace(/\r$/, '');
  const heading = /^ {0,3}(#{1,6})(?=\s|$)/.exec(line);
  if (heading) {
    const start = heading[0].length;
    return stretches([
      { from: 0, to: start, ink: 'mark' },
      { from: start, to: line.length, ink: 'heading' },
    ]);
  }
  if (/^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(line))
    return stretches([{ from: 0, to: line.length, ink: 'mark' }]);
  const lead =
    /^[ \t]*(?:>[ \t]?)*(?:[-*+]|\d{1,9}[.)])?(?:[ \t]+\[[ xX]\])?(?=\s|$)/.exec(line)?.[0].length ?? 0;
  const found: Stretch[] = [{ from: 0, to: lead, ink: 'mark' }];
  for (const { pattern, ink } of INLINE) {
    for (const { 0: match, index } of line.matchAll(pattern))
      found.push({ from: index, to: index + match.length, ink });
  }
  return stretches(found);
}

/** The inks of a line of YAML. */
export function colourYaml(text: string): Stretch[] {
  const line = text.slice(0, LONGEST).replace(/\r$/, '');
  const lead = /^\s*(?:-\s+)*/.exec(line)?.[0].length ?? 0;
  const found: Stretch[] = [{ from: 0, to: lead, ink: 'mark' }];
  const key = /^(?:[\w.-]+|"[^"]*"|'[^']*')(?=\s*:(?:\s|$))/.exec(line.slice(lead));
  const valueAt = key ? line.indexOf(':', lead + key[0].length) + 1 : lead;
  if (key) {
    found.push({ from: lead, to: lead + key[0].length, ink: 'key' });
    found.push({ from: valueAt - 1, to: valueAt, ink: 'mark' });
  }
  const value = line.slice(valueAt);
  const quoted = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(value)?.[0].length ?? 0;
  if (quoted > 0) found.push({ from: valueAt, to: valueAt + quoted, ink: 'string' });
  const comment = /(?:^|\s)#.*$/.exec(value.slice(quoted));
  if (comment) found.push({ from: valueAt + quoted + comment.index, to: line.length, ink: 'comment' });
  if (/^\s*(?:true|false|null|~|-?\d+(?:\.\d+)?|[|>][+-]?)\s*$/.test(value)) {
    found.push({ from: valueAt, to: line.length, ink: 'word' });
  }
  return stretches(found);
}

/** In order, the first found of those that overlap, without empty ones. */
function stretches(found: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const one of found) {
    if (one.from < one.to && !kept.some((other) => one.from < other.to && other.from < one.to))
      kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from);
}
