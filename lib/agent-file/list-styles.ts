/** How can a list of texts be written, in the way in which the file already writes it? */

import { doubleQuoted, isFlowSafe, isPlainSafe, singleQuoted } from './scalar-styles';

/** Joins tools to a text with the separator that `present` uses; a comma and a blank when it uses none. */
export function commaText(items: readonly string[], present: string | null): string {
  if (present && !present.includes(',') && /\S \S/.test(present)) return items.join(' ');
  return items.join(present && /,\S/.test(present) && !present.includes(', ') ? ',' : ', ');
}

/** Writes a list in brackets; quotes and line breaks as in `present`, its source so far. */
export function flowList(items: readonly string[], present: string | null, lineEnd: string): string {
  const quote = /^\[\s*(["'])/.exec(present ?? '')?.[1] ?? null;
  const written = items.map((item) => flowItem(item, quote));
  const inner = /^\[\r?\n([ \t]*)/.exec(present ?? '');
  if (!inner || items.length === 0) return `[${written.join(', ')}]`;
  const outer = /\n([ \t]*)\]$/.exec(present ?? '')?.[1] ?? '';
  const last = /,\s*\]$/.test(present ?? '') ? ',' : '';
  return `[${lineEnd}${written.map((item) => inner[1] + item).join(`,${lineEnd}`)}${last}${lineEnd}${outer}]`;
}

function flowItem(item: string, quote: string | null): string {
  if (quote === "'") return singleQuoted(item) ?? doubleQuoted(item);
  return quote === null && isFlowSafe(item) ? item : doubleQuoted(item);
}

/**
 * Writes a list of one item a line, beginning at the first dash. Items that `present`, the source so far of the
 * items `old`, already has keep their lines with their comments.
 */
export function blockList(
  items: readonly string[],
  present: { source: string; items: readonly string[] } | null,
  indent: string,
  lineEnd: string,
): string {
  const chunks = present ? itemChunks(present.source, present.items.length) : null;
  const kept = chunks && present ? matchItems(present.items, items) : null;
  const quote = /^-\s+(["'])/.exec(present?.source ?? '')?.[1] ?? null;
  return items
    .map((item, at) => chunks?.[kept?.get(at) ?? -1] ?? `- ${blockItem(item, quote)}`)
    .join(lineEnd + indent);
}

function blockItem(item: string, quote: string | null): string {
  if (quote === "'") return singleQuoted(item) ?? doubleQuoted(item);
  return quote === null && isPlainSafe(item) ? item : doubleQuoted(item);
}

/** The source of each item, or null when lines and items do not match. */
function itemChunks(source: string, count: number): string[] | null {
  const chunks = source.split(/\r?\n[ \t]*(?=-(?:[ \t\r\n]|$))/);
  return chunks.length === count ? chunks : null;
}

/** Pairs new items with old ones of the same text, in order: position in `items` → position in `old`. */
function matchItems(old: readonly string[], items: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const [at, item] of items.entries()) {
    const found = old.findIndex((candidate, position) => candidate === item && !used.has(position));
    if (found !== -1) {
      used.add(found);
      pairs.set(at, found);
    }
  }
  return pairs;
}
