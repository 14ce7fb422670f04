/** What does Claude Code read in the front matter of a text, in which of its two parses? */

import { type Entry, readTopLevel, type TopLevel } from './entries';
import { type Fences, splitFences } from './fence';
import { repairYaml } from './repair';
import type { YamlValue } from './types';
import { parseYaml } from './yaml';
import { YamlValueError } from './yaml-value';

/** Why YAML did not parse; `offset` in the text of the file. */
export interface ParseFailure {
  code: 'invalid' | 'too-large';
  message: string;
  offset: number;
}

/** Front matter as read; all ranges are offsets of the file's text. */
export interface FrontMatter {
  fences: Fences;
  parse: 'first' | 'second' | 'failed';
  /** What the top level says; empty when no parse succeeded or it is no map. */
  values: { [key: string]: YamlValue };
  entries: Entry[];
  /** The top level is a map in braces. */
  flow: boolean;
  isMap: boolean;
  /** There is no YAML but comments: fields may be added. */
  blank: boolean;
  /** Why the first parse failed, if it did. */
  firstFailure: ParseFailure | null;
  /** Why the second one did. */
  secondFailure: ParseFailure | null;
}

type Attempt = { ok: true; top: TopLevel } | { ok: false; failure: ParseFailure };

/** Reads the front matter of `text`, or null when Claude Code sees none. Never throws. */
export function readFrontMatter(text: string): FrontMatter | null {
  const fences = splitFences(text);
  if (!fences) return null;
  const start = fences.yaml.from;
  const yaml = text.slice(start, fences.yaml.to);
  const first = attempt(yaml);
  if (first.ok) return found(text, fences, 'first', first.top, (offset) => start + offset, null);
  const firstFailure = { ...first.failure, offset: start + first.failure.offset };
  if (firstFailure.code === 'too-large') return failed(fences, firstFailure, firstFailure);
  const repaired = repairYaml(yaml);
  const toText = (offset: number) => start + repaired.toOriginal(offset);
  const second = attempt(repaired.text);
  if (second.ok) return found(text, fences, 'second', second.top, toText, firstFailure);
  return failed(fences, firstFailure, { ...second.failure, offset: toText(second.failure.offset) });
}

function attempt(yaml: string): Attempt {
  const parsed = parseYaml(yaml);
  if (!parsed.ok) return { ok: false, failure: parsed };
  try {
    return { ok: true, top: readTopLevel(parsed.root, yaml) };
  } catch (error) {
    if (!(error instanceof YamlValueError)) throw error;
    return { ok: false, failure: { code: 'invalid', message: error.message, offset: error.offset } };
  }
}

function found(
  text: string,
  fences: Fences,
  parse: 'first' | 'second',
  top: TopLevel,
  toText: (offset: number) => number,
  firstFailure: ParseFailure | null,
): FrontMatter {
  const range = ({ from, to }: { from: number; to: number }) => ({ from: toText(from), to: toText(to) });
  const entries = top.entries.map((entry) => {
    const value = entry.value && range(entry.value);
    return {
      ...entry,
      value,
      entry: range(entry.entry),
      afterColon: entry.afterColon === null ? null : toText(entry.afterColon),
      style: value && isRaw(text.slice(value.from, value.to), entry.style) ? ('raw' as const) : entry.style,
    };
  });
  return { ...top, fences, parse, entries, firstFailure, secondFailure: null };
}

function failed(fences: Fences, firstFailure: ParseFailure, secondFailure: ParseFailure): FrontMatter {
  return {
    fences,
    parse: 'failed',
    values: {},
    entries: [],
    flow: false,
    isMap: false,
    blank: false,
    firstFailure,
    secondFailure,
  };
}

/** The repair quotes what is not in quotes, so quotes that are not in the text are the repair's. */
function isRaw(source: string, style: Entry['style']): boolean {
  return style === 'double' && !/^(?:[&!]\S*\s+)*"[\s\S]*"$/.test(source);
}
