/** Which value do YAML nodes hold, as plain JavaScript? */

import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { YamlValue } from './types';

/** The values that aliases may stand for, counted each time they are used. */
const MAX_VALUES = 100_000;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Thrown where the loader's parser fails too: an alias without its anchor, a merge of something else than maps. */
export class YamlValueError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

interface Anchored {
  value: YamlValue;
  node: Node;
  size: number;
  open: boolean;
}

/**
 * Turns nodes into values: the last of duplicate keys wins, `<<` merges, an alias is its anchor's value.
 * An alias to a value that contains it, and aliases beyond 100,000 values, become null, so that the result is
 * finite, also as JSON. Throws a `YamlValueError` for an alias without an anchor.
 */
export class ValueReader {
  private readonly anchors = new Map<string, Anchored>();
  private size = 0;

  read(node: unknown, within = 0): YamlValue {
    if (isAlias(node)) return this.readAlias(node.source, node.range?.[0] ?? within);
    const before = this.size++;
    const anchor = (node as { anchor?: string } | null)?.anchor;
    if (!anchor) return this.readContent(node, within);
    const anchored: Anchored = { value: null, node: node as Node, size: 0, open: true };
    this.anchors.set(anchor, anchored);
    anchored.value = this.readContent(node, within);
    anchored.size = this.size - before;
    anchored.open = false;
    return anchored.value;
  }

  private readContent(node: unknown, within: number): YamlValue {
    if (isScalar(node)) return scalarValue(node);
    const at = (node as Node | null)?.range?.[0] ?? within;
    if (isMap(node)) return this.readMap(node, at);
    if (isSeq(node)) return this.readSequence(node, at);
    return null;
  }

  private readSequence(node: YAMLSeq, at: number): YamlValue[] {
    return node.items.map((item) => (isPair(item) ? this.readPairs([item], at) : this.read(item, at)));
  }

  private readMap(node: YAMLMap, at: number): { [key: string]: YamlValue } {
    return this.readPairs(node.items, at);
  }

  private readPairs(pairs: readonly Pair[], at: number): { [key: string]: YamlValue } {
    const map: { [key: string]: YamlValue } = {};
    for (const pair of pairs) {
      if (isMergeKey(pair.key)) this.merge(map, pair.value, at);
      else {
        const key = this.readKey(pair.key, at);
        define(map, key, this.read(pair.value, at));
      }
    }
    return map;
  }

  private readKey(node: unknown, at: number): string {
    return keyText(this.read(node, at));
  }

  private merge(map: { [key: string]: YamlValue }, source: unknown, at: number): void {
    const node = isAlias(source) ? this.anchors.get(source.source)?.node : source;
    const value = this.read(source, at);
    if (isSeq(node) && Array.isArray(value)) for (const item of value) this.mergeOne(map, item, at);
    else this.mergeOne(map, value, at);
  }

  private mergeOne(map: { [key: string]: YamlValue }, source: YamlValue, at: number): void {
    if (source === null || typeof source !== 'object' || Array.isArray(source)) {
      throw new YamlValueError('a merge key (<<) needs a map', at);
    }
    for (const key of Object.keys(source))
      if (!Object.hasOwn(map, key)) define(map, key, source[key] ?? null);
  }

  private readAlias(name: string, at: number): YamlValue {
    const anchored = this.anchors.get(name);
    if (!anchored) throw new YamlValueError(`the alias *${name} has no anchor &${name} before it`, at);
    if (anchored.open || this.size + anchored.size > MAX_VALUES) return null;
    this.size += anchored.size;
    return anchored.value;
  }
}

function scalarValue({ value, type, range }: Scalar): YamlValue {
  if (type === 'QUOTE_DOUBLE' && LONE_SURROGATE.test(String(value))) {
    throw new YamlValueError('an escape of half a surrogate pair', range?.[0] ?? 0);
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

/** Names the key as the loader does: every key is text there. */
export function keyText(value: YamlValue): string {
  if (value === null) return '';
  return String(value);
}

/** Says whether a key is the merge key of YAML, unquoted `<<`. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'symbol' && key.value.description === '<<';
}

/** Plain assignment would take `__proto__` for the prototype. */
function define(map: { [key: string]: YamlValue }, key: string, value: YamlValue): void {
  if (key in map)
    Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
  else map[key] = value;
}
