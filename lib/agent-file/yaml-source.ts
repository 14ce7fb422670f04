/** How does the YAML of one field look by itself, and is a piece of YAML right? */

import { lineStarts, positionAt } from '@/lib/text';
import { readFrontMatter } from './front-matter';
import { type Place, placeOf } from './layout';
import type { YamlValue } from './types';
import { parseYaml } from './yaml';
import { ValueReader, YamlValueError } from './yaml-value';

/** The value of a piece of YAML, or what is wrong and where in it; `line` and `column` count from 1. */
export type YamlSourceCheck =
  | { ok: true; value: YamlValue }
  | { ok: false; code: string; message: string; offset: number; line: number; column: number };

/** Checks YAML that shall become the value of a field. */
export function checkYamlSource(yaml: string): YamlSourceCheck {
  const fail = (code: string, message: string, offset: number): YamlSourceCheck => {
    const { line, column } = positionAt(lineStarts(yaml), offset);
    return { ok: false, code, message, offset, line, column };
  };
  const fence = yaml.indexOf('---');
  if (fence !== -1)
    return fail(
      'fence-in-value',
      'Three hyphens would end the front matter here; write "\\u002d--" in double quotes.',
      fence,
    );
  const end = /^\.\.\.(?:\s|$)/m.exec(yaml);
  if (end) return fail('document-end', 'Three dots on a line of their own end the YAML here.', end.index);
  const parsed = parseYaml(yaml);
  if (!parsed.ok) return fail(`yaml-${parsed.code}`, parsed.message, parsed.offset);
  try {
    return { ok: true, value: new ValueReader().read(parsed.root) };
  } catch (error) {
    if (!(error instanceof YamlValueError)) throw error;
    return fail('yaml-invalid', error.message, error.offset);
  }
}

/**
 * Returns the source of a field's value without its indentation, with `\n` line ends: what `set-source` takes.
 * Empty when the field is absent or has no value.
 */
export function fieldSource(text: string, key: string): string {
  const front = readFrontMatter(text);
  return front ? dedentedSource(placeOf(text, front, key)) : '';
}

/** The same for a place that is known already. */
export function dedentedSource({ text, entry }: Place): string {
  if (!entry?.value) return '';
  const { from, to } = entry.value;
  const column = from - text.lastIndexOf('\n', from - 1) - 1;
  const startsLine = entry.afterColon !== null && text.slice(entry.afterColon, from).includes('\n');
  const [first = '', ...rest] = text.slice(from, to).replaceAll('\r\n', '\n').split('\n');
  const indents = rest
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const least = startsLine ? Math.min(column, ...indents) : Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [
    first,
    ...rest.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length))),
  ].join('\n');
}
