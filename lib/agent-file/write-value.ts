/** In which ways could a value be written at its place, the one nearest to the present way first? */

import { stringify } from 'yaml';
import type { Replacement } from '@/lib/text';
import { withLineEnds } from '@/lib/text';
import { blockIndent, type Place, restOfLine, valueSource } from './layout';
import { blockList, commaText, flowList } from './list-styles';
import {
  doubleQuoted,
  FENCE,
  foldedBlock,
  isFlowSafe,
  isPlainSafe,
  literalBlock,
  singleQuoted,
} from './scalar-styles';
import { toolItems } from './tools';
import type { YamlValue } from './types';

/** A way to write a value: `inline` on the line of the key, `block` with a header there, `below` from the next line. */
interface Source {
  at: 'inline' | 'block' | 'below';
  source: string;
}

/** Lists the replacements that might write `value`; the caller tries them in order. */
export function writings(place: Place, value: YamlValue): Replacement[] {
  return sources(place, value).map((source) => replacementOf(place, source));
}

/** Returns the replacement that writes YAML lines without indentation below the key, or beside it when they are one. */
export function sourceWritings(place: Place, yaml: string): Replacement[] {
  const lines = yaml.replace(/\r\n/g, '\n').replace(/\n+$/, '');
  const below = { at: 'below', source: lines } as const;
  const isShort = !lines.includes('\n') && !/^- |^[^"'[{]*:(?:\s|$)/.test(lines);
  const all: Source[] = isShort ? [{ at: 'inline', source: lines }, below] : [below];
  return all.map((source) => replacementOf(place, source));
}

function sources(place: Place, value: YamlValue): Source[] {
  if (typeof value === 'string') return textSources(place, value);
  if (value === null || typeof value !== 'object') return [inline(plainWord(value))];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return listSources(place, value);
  return nestedSources(place, value);
}

const inline = (source: string): Source => ({ at: 'inline', source });
const found = <T>(items: readonly (T | null)[]): T[] => items.filter((item) => item !== null);

function plainWord(value: number | boolean | null): string {
  if (value === Infinity || value === -Infinity) return value > 0 ? '.inf' : '-.inf';
  return Number.isNaN(value) ? '.nan' : String(value);
}

/** The styles to try for a text, by the present style. */
const STYLE_ORDER: Readonly<Record<string, readonly TextStyle[]>> = {
  plain: ['plain', 'single', 'double'],
  single: ['single', 'double'],
  double: ['double'],
  raw: ['raw', 'plain', 'single', 'double'],
  literal: ['literal', 'double'],
  folded: ['folded', 'literal', 'double'],
};

type TextStyle = 'plain' | 'single' | 'double' | 'raw' | 'literal' | 'folded';

function textSources(place: Place, value: string): Source[] {
  const written = inDialect(place, value);
  if (place.front.flow) return [inline(doubleQuoted(written))];
  const style = place.entry?.style ?? 'plain';
  const order = STYLE_ORDER[style] ?? STYLE_ORDER.plain ?? [];
  const breaksLines = written.includes('\n') && style !== 'literal' && style !== 'folded';
  const withBlock: readonly TextStyle[] =
    breaksLines && place.front.parse === 'first' && style !== 'double' ? ['literal', ...order] : order;
  return withBlock.flatMap((name) => {
    if (name !== 'single' || style === 'single' || prefersSingle(written))
      return textSource(place, name, written);
    return [];
  });
}

/** Single quotes spare the escapes, where there would be some. */
const prefersSingle = (value: string): boolean => /["\\]/.test(value) && !value.includes("'");

function textSource(place: Place, style: TextStyle, value: string): Source[] {
  const block = () => {
    const source = valueSource(place);
    const isBlock = source !== null && /^[|>]/.test(source);
    return {
      indent: (isBlock && blockIndent(source)) || place.indent.length + 2,
      lineEnd: place.lineEnd,
      afterHeader: isBlock ? headerComment(source) : restOfLine(place).trimEnd(),
      cautious: !isBlock,
    };
  };
  const make: Record<TextStyle, () => string | null> = {
    plain: () => (isPlainSafe(value) ? value : null),
    raw: () => (/[\r\n\u2028\u2029]/.test(value) || value.includes(FENCE) || value === '' ? null : value),
    single: () => singleQuoted(value),
    double: () => doubleQuoted(value),
    literal: () => literalBlock(value, block()),
    folded: () => foldedBlock(value, block(), foldWidth(valueSource(place) ?? '')),
  };
  const source = make[style]();
  if (source === null) return [];
  return [{ at: style === 'literal' || style === 'folded' ? 'block' : 'inline', source }];
}

/** Text that says its line ends as backslash-n goes on doing so; only the description is read in that way. */
function inDialect(place: Place, value: string): string {
  const present = place.entry && place.front.values[place.key];
  if (place.key !== 'description' || typeof present !== 'string') return value;
  return present.includes('\\n') && !present.includes('\n') ? value.replaceAll('\n', '\\n') : value;
}

function headerComment(source: string): string {
  return /^[|>][-+0-9]*([ \t]+#[^\r\n]*)/.exec(source)?.[1] ?? '';
}

function foldWidth(source: string): number {
  const lines = source.split('\n').slice(1);
  return lines.length > 1 ? Math.max(...lines.map((line) => line.trim().length), 40) : Infinity;
}

const TOOL_KEYS = new Set(['tools', 'disallowedTools']);

function listSources(place: Place, items: readonly string[]): Source[] {
  const style = place.entry?.style ?? null;
  const isTools = TOOL_KEYS.has(place.key);
  const present = place.entry ? place.front.values[place.key] : undefined;
  const source = valueSource(place);
  const flow = inline(flowList(items, style === 'flow' ? source : null, place.lineEnd));
  const plainFlow = inline(flowList(items, null, place.lineEnd));
  const strict = inline(`[${items.map((item) => doubleQuoted(item)).join(', ')}]`);
  const below: Source = { at: 'below', source: `- ${items.map(blockItemOf).join('\n- ')}` };
  const last = [plainFlow, strict, below];
  if (items.length === 0 || place.front.flow) return [flow, ...last];
  if (style === 'block' && Array.isArray(present) && source?.startsWith('-')) {
    return [blockInPlace(place, items, present, source), ...last];
  }
  const isText = typeof present === 'string' || present === undefined || present === null;
  if (isTools && isText) return [...textSources(place, commaText(items, textOf(present))), ...last];
  return [flow, ...last];
}

const blockItemOf = (item: string): string => (isPlainSafe(item) ? item : doubleQuoted(item));
const textOf = (value: YamlValue | undefined): string | null => (typeof value === 'string' ? value : null);

function blockInPlace(
  place: Place,
  items: readonly string[],
  present: readonly YamlValue[],
  source: string,
): Source {
  const from = place.entry?.value?.from ?? 0;
  const indent = place.text.slice(place.text.lastIndexOf('\n', from - 1) + 1, from);
  const old = present.map((item) => (TOOL_KEYS.has(place.key) ? toolItems([item]).join('\n') : String(item)));
  return inline(blockList(items, { source, items: old }, indent, place.lineEnd));
}

/** JSON is YAML too, and says everything on one line where the layout of a block cannot. */
function nestedSources(place: Place, value: YamlValue): Source[] {
  const json = JSON.stringify(value)
    .replace(/-(?=--)/g, '\\u002d')
    .replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const isEmpty = json === '{}' || json === '[]';
  const block = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
  return found([
    isEmpty || place.front.flow ? inline(json) : null,
    block.includes(FENCE) ? null : ({ at: 'below', source: block } as const),
    { at: 'below', source: json },
  ]);
}

/** Puts a source at its place: into the value, after the colon, or into a new entry after the last one. */
function replacementOf(place: Place, { at, source }: Source): Replacement {
  const { text, entry } = place;
  if (!entry) return newEntry(place, afterKey(place, { at, source }, `${place.indent}  `));
  const lineEnd = entry.entry.to;
  if (!entry.value || entry.afterColon === null) {
    const from = entry.afterColon ?? entry.entry.to;
    const colon = entry.afterColon === null ? ':' : '';
    return { from, to: from, insert: colon + afterKey(place, { at, source }, `${place.indent}  `) };
  }
  const { from, to } = entry.value;
  if (at === 'below') {
    const indent = ownLineIndent(text, entry.afterColon, from) ?? `${place.indent}  `;
    return { from: entry.afterColon, to, insert: afterKey(place, { at, source }, indent) };
  }
  if (at === 'block') return { from, to: lineEnd, insert: source };
  const isBlockNow = entry.style === 'literal' || entry.style === 'folded';
  const comment = isBlockNow ? headerComment(text.slice(from, to)) : '';
  if (startsBelow(text, entry.afterColon, from) && entry.style === 'block' && !source.startsWith('-')) {
    return { from: entry.afterColon, to, insert: ` ${source}` };
  }
  // The repair takes every white space after a colon for a blank; YAML takes some of it for text.
  if (/[^ \t\r\n]/.test(text.slice(entry.afterColon, from).replace(/#.*/g, ''))) {
    return { from: entry.afterColon, to, insert: ` ${source}${comment}` };
  }
  return { from, to, insert: source + comment };
}

function afterKey(place: Place, { at, source }: Source, indent: string): string {
  if (at !== 'below') return ` ${source}`;
  const lines = source.split('\n').map((line) => (line === '' ? '' : indent + line));
  return place.lineEnd + withLineEnds(lines.join('\n'), place.lineEnd === '\r\n' ? '\r\n' : '\n');
}

const startsBelow = (text: string, from: number, to: number): boolean => text.slice(from, to).includes('\n');

function ownLineIndent(text: string, from: number, to: number): string | null {
  return /\n([ \t]+)$/.exec(text.slice(from, to))?.[1] ?? null;
}

function newEntry(place: Place, value: string): Replacement {
  const { text, front, lineEnd } = place;
  const key = `${place.indent}${keySource(place.key)}:${value}`;
  const last = front.entries.reduce((end, { entry }) => Math.max(end, entry.to), -1);
  if (front.flow) {
    const inFlow = `, ${keySource(place.key)}:${value}`;
    return { from: last, to: last, insert: inFlow };
  }
  if (last === -1) {
    const start = front.fences.yaml.to;
    const isLineStart = text.charAt(start - 1) === '\n';
    return { from: start, to: start, insert: (isLineStart ? '' : lineEnd) + key + lineEnd };
  }
  const ends = text.indexOf('\n', last);
  const isLineEnd = ends !== -1 && ends < front.fences.yaml.to;
  return { from: last, to: last, insert: lineEnd + key + (isLineEnd ? '' : lineEnd) };
}

function keySource(key: string): string {
  return isFlowSafe(key) && !/^\d/.test(key) ? key : doubleQuoted(key);
}
