/** What is wrong with the syntax of a file, and what will surprise its author? */

import { lineStarts, positionAt, type TextRange } from '@/lib/text';
import { editAgentFile } from './edit';
import type { Entry } from './entries';
import { fieldRule } from './fields';
import { fixCutValue, fixDuplicate, fixFenceInValue, fixInvalid, fixRepair } from './fixes';
import type { FrontMatter } from './front-matter';
import { isQuotedByRepair } from './repair';
import type { Diagnostic, Fix, Severity } from './types';
import type { Finding } from './verdict';

/** A remark before its line and column are known. */
interface Remark {
  code: string;
  severity: Severity;
  message: string;
  range: TextRange;
  field?: string | undefined;
  fix?: Fix | undefined;
}

/** Lists what reading finds, in the order of the text; `faults` are the reasons why the file does not load. */
export function diagnose(text: string, front: FrontMatter | null, faults: readonly Finding[]): Diagnostic[] {
  const remarks = [
    ...faults.map((fault) => loadRemark(text, front, fault)),
    ...(front ? FINDERS.flatMap((find) => find(text, front)) : []),
  ];
  return positioned(text, front, remarks);
}

function positioned(text: string, front: FrontMatter | null, remarks: readonly Remark[]): Diagnostic[] {
  if (remarks.length === 0) return [];
  const furthest = remarks.reduce(
    (most, { range }) => Math.max(most, range.from),
    front?.fences.closing.to ?? 0,
  );
  const starts = lineStarts(text.slice(0, furthest));
  return remarks
    .map(({ code, severity, message, range, field, fix }) => ({
      code,
      severity,
      message,
      ...(field === undefined ? {} : { field }),
      range,
      ...positionAt(starts, range.from),
      ...(fix === undefined ? {} : { fix }),
    }))
    .sort((a, b) => a.range.from - b.range.from);
}

function loadRemark(text: string, front: FrontMatter | null, fault: Finding): Remark {
  const range = rangeOfFault(text, front, fault);
  const base = {
    code: fault.code,
    severity: 'error' as const,
    message: fault.message,
    range,
    field: fault.key,
  };
  if (!front) return { ...base, fix: fixStart(text) };
  if (fault.code === 'yaml-invalid') return invalidRemark(text, front, base);
  return { ...base, fix: FIXES[fault.code]?.(text, front) };
}

function rangeOfFault(text: string, front: FrontMatter | null, { offset, key }: Finding): TextRange {
  const entry = front?.entries.findLast((candidate) => candidate.key === key);
  if (entry) return entry.value ?? entry.entry;
  if (front && key === undefined) return lineRange(text, Math.min(offset, front.fences.yaml.to));
  return front?.fences.opening ?? lineRange(text, 0);
}

function lineRange(text: string, offset: number): TextRange {
  const from = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  const end = text.indexOf('\n', offset);
  return { from, to: end === -1 ? text.length : end };
}

/** With LF the same line would have been repaired: that is worth saying. */
function invalidRemark(text: string, front: FrontMatter, base: Remark): Remark {
  const fix = fixInvalid(text, front);
  const { from, to } = front.fences.yaml;
  const lines = text.slice(from, to).split('\n');
  const isWindows = lines.some((line) => line.endsWith('\r') && isQuotedByRepair(line.slice(0, -1)));
  if (!isWindows || front.firstFailure?.code !== 'invalid') return { ...base, fix };
  return {
    ...base,
    code: 'crlf-unquoted',
    message:
      'A value here needs quotes. With LF line ends Claude Code would repair it; with CRLF it ignores the whole file.',
    range: lineRange(text, front.firstFailure.offset),
    fix,
  };
}

/** What stands before the opening line, white space or a second byte order mark, hides it. */
function fixStart(text: string): Fix | undefined {
  const before = /^\uFEFF?([\uFEFF\u200B\s]+)---[^\S\n]*\n/.exec(text.slice(0, 1000))?.[1];
  if (!before) return undefined;
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const length = from === 1 || !before.startsWith('\uFEFF') ? before.length : before.length - 1;
  return {
    title: 'Remove what stands before the front matter',
    replacements: [{ from: from === 1 ? 1 : before.length - length, to: from + before.length, insert: '' }],
  };
}

function quoteSource(key: string) {
  return (text: string, front: FrontMatter): Fix | undefined => {
    const value = front.entries.findLast((entry) => entry.key === key && entry.style === 'plain')?.value;
    if (!value) return undefined;
    return setFix('Put it in quotes', text, key, text.slice(value.from, value.to));
  };
}

function rename(title: string, change: (name: string) => string) {
  return (text: string, front: FrontMatter): Fix | undefined => {
    const name = front.values.name;
    return typeof name === 'string' ? setFix(title, text, 'name', change(name)) : undefined;
  };
}

function setFix(title: string, text: string, key: string, value: string): Fix | undefined {
  const result = editAgentFile(text, { kind: 'set', key, value });
  return result.ok && result.replacements.length > 0
    ? { title, replacements: result.replacements }
    : undefined;
}

const FIXES: Readonly<Record<string, (text: string, front: FrontMatter) => Fix | undefined>> = {
  'name-not-text': quoteSource('name'),
  'description-not-text': quoteSource('description'),
  'name-has-colon': rename('Replace colons with hyphens', (name) => name.replace(/:\s*/g, '-')),
  'name-leading-hyphen': rename('Remove the leading hyphens', (name) => name.replace(/^-+/, '')),
};

type Finder = (text: string, front: FrontMatter) => Remark[];

const findRepair: Finder = (text, front) => {
  if (front.parse !== 'second' || !front.firstFailure) return [];
  return [
    {
      code: 'yaml-repaired',
      severity: 'warning',
      message:
        'This is not valid YAML. Claude Code repairs it line by line and loads the file, but other tools reject it, and a small change may break it.',
      range: lineRange(text, Math.min(front.firstFailure.offset, front.fences.yaml.to)),
      fix: fixRepair(text, front),
    },
  ];
};

const findFence: Finder = (text, front) => {
  const at = front.fences.yaml.to;
  const line = lineRange(text, at);
  const range = { from: at, to: at + 3 };
  if (line.from < at) {
    const message =
      'The first three hyphens in a row end the front matter, also in the middle of a value: all that follows is body.';
    const isIndented = text.slice(line.from, line.to).trim() === '---';
    const severity = isIndented ? 'warning' : 'error';
    return [{ code: 'fence-in-value', severity, message, range, fix: fixFenceInValue(text, front) }];
  }
  if (text.slice(at + 3, line.to).trim() === '') return [];
  const message =
    'The closing line has more than three hyphens on it; the rest of it becomes part of the body.';
  return [{ code: 'fence-not-alone', severity: 'warning', message, range }];
};

/** Each fix is tried by reading the front matter again: so many of them at most, and so many characters. */
const MAX_DUPLICATE_FIXES = 5;
const MAX_DUPLICATE_LENGTH = 64 * 1024;

const findDuplicates: Finder = (text, front) => {
  const last = new Map(front.entries.map((entry) => [entry.key, entry]));
  const { from, to } = front.fences.yaml;
  const fixes = Math.min(MAX_DUPLICATE_FIXES, Math.floor(MAX_DUPLICATE_LENGTH / (to - from + 1)));
  return front.entries
    .filter((entry) => entry.key !== '<<' && last.get(entry.key) !== entry)
    .map((entry, at) => ({
      code: 'duplicate-key',
      severity: 'warning',
      message: `${entry.key} stands here more than once; only the last one counts.`,
      range: entry.entry,
      field: entry.key,
      fix: at < fixes ? fixDuplicate(text, front, entry.entry) : undefined,
    }));
};

/** A drive letter or another backslash before it tells a path from a line end that was meant. */
const PATH_BEFORE = /(?:(?:^|[^A-Za-z])[A-Za-z]:|\\(?!n)[\w.-]+|\w\\)\\n\w/;

const findBackslashN: Finder = (text, front) => {
  const written = front.values.description;
  const entry = front.entries.findLast(({ key }) => key === 'description');
  if (typeof written !== 'string' || !entry?.value || !written.includes('\\n')) return [];
  const isPath = PATH_BEFORE.test(written);
  const at = text.slice(entry.value.from, entry.value.to).indexOf('\\n');
  const from = entry.value.from + Math.max(at, 0);
  return [
    {
      code: 'backslash-n',
      severity: isPath ? 'warning' : 'info',
      message: isPath
        ? 'Claude Code turns every \\n in the description into a line break, in paths too: write them with a forward slash.'
        : 'Claude Code turns every \\n in the description into a line break.',
      range: { from, to: from + 2 },
      field: 'description',
    },
  ];
};

/** Whether a comment on this entry's line looks like a part of the value that got lost. */
function looksCut(entry: Entry, comment: string): boolean {
  const kind = fieldRule(entry.key)?.kind;
  if (kind === 'text' || kind === 'long-text') return true;
  return kind !== undefined && kind !== 'nested' && /^#\S/.test(comment);
}

const isWinner = (front: FrontMatter, { key, entry }: Entry): boolean =>
  fieldRule(key) !== undefined && front.entries.findLast((other) => other.key === key)?.entry === entry;

const findCutValues: Finder = (text, front) =>
  front.entries.flatMap((entry) => {
    const from = entry.style === 'plain' ? entry.value?.from : entry.style === null ? entry.afterColon : null;
    if (from === null || from === undefined || front.flow || !isWinner(front, entry)) return [];
    const end = entry.value?.to ?? from;
    const comment = text.slice(end, entry.entry.to).trim();
    if (!comment.startsWith('#') || text.slice(from, entry.entry.to).includes('\n')) return [];
    if (!looksCut(entry, comment)) return [];
    const start =
      from + (text.slice(from, entry.entry.to).length - text.slice(from, entry.entry.to).trimStart().length);
    return [
      {
        code: 'comment-cuts-value',
        severity: 'warning' as const,
        message: `A # after a blank begins a comment: ${entry.key} ends before it.`,
        range: { from: end, to: entry.entry.to },
        field: entry.key,
        fix: fixCutValue(text, front, start, entry.entry.to),
      },
    ];
  });

const FINDERS: readonly Finder[] = [findRepair, findFence, findDuplicates, findBackslashN, findCutValues];
