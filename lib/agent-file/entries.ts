/** Where in the YAML does each top-level entry stand? */

import { isMap, isScalar, type Pair, type Range } from 'yaml';
import type { TextRange } from '@/lib/text';
import type { YamlValue } from './types';
import { isMergeKey, keyText, ValueReader } from './yaml-value';

/** How a value is written: `raw` is left to the loader's repair to quote; `null` is no value at all. */
export type ValueStyle =
  | 'plain'
  | 'single'
  | 'double'
  | 'raw'
  | 'literal'
  | 'folded'
  | 'flow'
  | 'block'
  | 'alias'
  | null;

/** A top-level entry, in offsets of the YAML that was parsed. */
export interface Entry {
  key: string;
  value: TextRange | null;
  entry: TextRange;
  /** Just after the colon; null when the entry has none. */
  afterColon: number | null;
  style: ValueStyle;
}

interface SourceToken {
  type: string;
  offset: number;
  source: string;
}

interface PairToken {
  start?: SourceToken[];
  sep?: SourceToken[];
  value?: { offset: number };
}

/** What the top level of YAML says: its values and, when it is a map, its entries in order, duplicates included. */
export interface TopLevel {
  values: { [key: string]: YamlValue };
  entries: Entry[];
  /** A map in braces, on which line-wise edits do not work. */
  flow: boolean;
  isMap: boolean;
  /** There is no YAML but comments. */
  blank: boolean;
}

/** Reads the top level of parsed YAML `source`; throws a `YamlValueError` as `ValueReader` does. */
export function readTopLevel(root: unknown, source: string): TopLevel {
  const value = new ValueReader().read(root);
  if (!isMap(root) || value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { values: {}, entries: [], flow: false, isMap: false, blank: value === null };
  }
  const flow = root.flow === true;
  const entries = root.items.map((pair) => readEntry(pair as Pair, source, flow));
  return { values: value, entries, flow, isMap: true, blank: false };
}

function readEntry(pair: Pair, source: string, flow: boolean): Entry {
  const token = (pair as { srcToken?: PairToken }).srcToken ?? {};
  const value = valueRange(pair, token, source);
  const keyRange = (pair.key as { range?: Range } | null)?.range;
  const firstToken = token.start?.find(isContent) ?? token.sep?.find(isContent);
  const from = Math.min(firstToken?.offset ?? Infinity, keyRange?.[0] ?? Infinity, value?.from ?? Infinity);
  const to = Math.max(value?.to ?? 0, endOf(token.sep?.findLast(isContent)), keyRange?.[1] ?? 0, from);
  return {
    key: isMergeKey(pair.key) ? '<<' : entryKey(pair.key),
    value,
    entry: { from, to: flow ? to : endOfLine(source, to) },
    afterColon: endOf(token.sep?.find((part) => part.type === 'map-value-ind')) || null,
    style: valueStyle(pair.value),
  };
}

function entryKey(key: unknown): string {
  if (isScalar(key)) return keyText(key.value as YamlValue);
  try {
    return keyText(new ValueReader().read(key));
  } catch {
    return '';
  }
}

const isContent = (token: SourceToken): boolean => !/^(space|newline|comment|comma)$/.test(token.type);
const isProperty = (token: SourceToken): boolean => token.type === 'anchor' || token.type === 'tag';
const endOf = (token: SourceToken | undefined): number => (token ? token.offset + token.source.length : 0);

/** A value begins with its anchor or tag, and ends before its last line end. */
function valueRange(pair: Pair, token: PairToken, source: string): TextRange | null {
  const properties = (token.sep ?? []).filter(isProperty);
  const range = (pair.value as { range?: Range } | null)?.range;
  const isEmpty = !token.value || !range || range[0] === range[1];
  const first = properties[0];
  if (isEmpty) return first ? { from: first.offset, to: endOf(properties.at(-1)) } : null;
  return { from: first?.offset ?? range[0], to: trimmedEnd(source, range[0], range[1]) };
}

/** Blank lines after a value belong to no entry, but for `|+`, which keeps them. */
function trimmedEnd(source: string, from: number, to: number): number {
  let end = to;
  const keeps = /^[|>][-+0-9]*\+/.test(source.slice(from, from + 4));
  while (end > from && source.charAt(end - 1) === '\n') {
    end -= source.charAt(end - 2) === '\r' ? 2 : 1;
    if (keeps) break;
  }
  return end;
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  if (end === -1) return source.length;
  return end > from && source.charAt(end - 1) === '\r' ? end - 1 : end;
}

const SCALAR_STYLES: Readonly<Record<string, ValueStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function valueStyle(node: unknown): ValueStyle {
  if (isScalar(node))
    return node.source === '' && node.type === 'PLAIN' ? null : (SCALAR_STYLES[node.type ?? ''] ?? null);
  if (node === null || node === undefined) return null;
  if ('source' in (node as object)) return 'alias';
  return (node as { flow?: boolean }).flow ? 'flow' : 'block';
}
