/** Would Claude Code load the file, and if not, why? */

import { lineStarts, positionAt } from '@/lib/text';
import type { FrontMatter, ParseFailure } from './front-matter';
import { findHookFault, type HookFault } from './hook-gate';
import type { Verdict, YamlValue } from './types';

const MAX_NAME_LENGTH = 256;

/** A reason with the offset of its place; `key` where it concerns one. */
export interface Finding {
  code: string;
  message: string;
  offset: number;
  key?: string;
}

/** Finds why Claude Code would not load the file, in its own order; empty when it would. */
export function findLoadFaults(text: string, front: FrontMatter | null): Finding[] {
  if (!front) return [missingFence(text)];
  if (front.secondFailure) return [parseFault(blamed(text, front, front.secondFailure))];
  const faults = [nameFault(front), descriptionFault(front), hookFault(front)];
  return faults.filter((fault) => fault !== null);
}

/** Words the findings as a verdict. */
export function verdictOf(text: string, front: FrontMatter | null, faults: readonly Finding[]): Verdict {
  if (faults.length === 0) return { loads: true, repaired: front?.parse === 'second' };
  const starts = lineStarts(text.slice(0, front ? front.fences.yaml.to : 0));
  const reasons = faults.map(({ code, message, offset }) => ({
    code,
    message,
    line: positionAt(starts, offset).line,
  }));
  return { loads: false, reasons };
}

function missingFence(text: string): Finding {
  const starts = /^\uFEFF?---[^\S\n]*\n/.test(text);
  return starts
    ? {
        code: 'front-matter-unclosed',
        message: 'The front matter has no closing --- line, so Claude Code reads no name and no description.',
        offset: 0,
      }
    : {
        code: 'front-matter-missing',
        message:
          'The file does not begin with a line of three hyphens (---), so Claude Code sees no front matter and skips it.',
        offset: 0,
      };
}

const BLOCK_HEADER_LINE = /^[a-zA-Z_-]+:[ \t]+[|>][-+0-9]*[ \t]*$/m;

/**
 * The repair quotes block headers too; then it is the line that made it necessary that the author has to mend, else
 * the one that it could not.
 */
function blamed(text: string, { fences, firstFailure }: FrontMatter, second: ParseFailure): ParseFailure {
  const breaksBlocks = BLOCK_HEADER_LINE.test(text.slice(fences.yaml.from, fences.yaml.to));
  return (breaksBlocks && firstFailure) || second;
}

function parseFault({ code, message, offset }: ParseFailure): Finding {
  return code === 'too-large'
    ? { code: 'front-matter-too-large', message: 'The front matter is too large to be read.', offset }
    : {
        code: 'yaml-invalid',
        message: `The front matter is not valid YAML (${message}), and Claude Code’s repair does not mend it: it ignores the file.`,
        offset,
      };
}

function own(front: FrontMatter, key: string): YamlValue | undefined {
  return Object.hasOwn(front.values, key) ? front.values[key] : undefined;
}

/** The place of a key's winning entry, or the start of the front matter. */
function placeOf(front: FrontMatter, key: string): number {
  const entry = front.entries.findLast((candidate) => candidate.key === key);
  return entry?.entry.from ?? front.fences.opening.from;
}

/** Names for which Claude Code drops the file. */
export const NAME_FAULTS: readonly { code: string; message: string; is: (name: string) => boolean }[] = [
  {
    code: 'name-leading-hyphen',
    message: 'The name begins with a hyphen; Claude Code drops the file.',
    is: (name) => name.startsWith('-'),
  },
  {
    code: 'name-has-colon',
    message: 'The name holds a colon, which Claude Code keeps for plugins; it drops the file.',
    is: (name) => name.includes(':'),
  },
  {
    code: 'name-too-long',
    message: `The name is longer than ${MAX_NAME_LENGTH} characters; Claude Code drops the file.`,
    is: (name) => name.length > MAX_NAME_LENGTH,
  },
];

function nameFault(front: FrontMatter): Finding | null {
  const name = own(front, 'name');
  const offset = placeOf(front, 'name');
  const at = { offset, key: 'name' };
  if (!front.isMap) {
    return {
      code: 'front-matter-empty',
      message: 'The front matter holds no fields, so Claude Code does not take the file for an agent.',
      offset,
    };
  }
  if (name === undefined || name === null || name === '') {
    return {
      code: 'name-missing',
      message: 'The agent has no name; Claude Code skips the file without a word.',
      ...at,
    };
  }
  if (typeof name !== 'string') {
    return {
      code: 'name-not-text',
      message: 'The name is not text for YAML; put it in quotes. Claude Code drops the file.',
      ...at,
    };
  }
  const fault = NAME_FAULTS.find(({ is }) => is(name));
  return fault ? { code: fault.code, message: fault.message, ...at } : null;
}

function descriptionFault(front: FrontMatter): Finding | null {
  const description = own(front, 'description');
  const at = { offset: placeOf(front, 'description'), key: 'description' };
  if (typeof description === 'string' && description !== '') return null;
  if (description === undefined || description === null || description === '') {
    return {
      code: 'description-missing',
      message: 'The agent has no description; Claude Code drops the file.',
      ...at,
    };
  }
  return {
    code: 'description-not-text',
    message: 'The description is not text for YAML; put it in quotes. Claude Code drops the file.',
    ...at,
  };
}

const HOOK_MESSAGES: Readonly<Record<HookFault['kind'], (path: string) => string>> = {
  'not-a-map': () =>
    'hooks must be a map from event to matchers; as it is, Claude Code drops the whole file.',
  malformed: (path) =>
    `${path} is not a list of matchers with hooks that Claude Code accepts; it drops the whole file.`,
  misplaced: (path) =>
    `${path} looks like a hook in the wrong place; for that Claude Code drops the whole file.`,
};

function hookFault(front: FrontMatter): Finding | null {
  const fault = findHookFault(front.values);
  if (!fault) return null;
  const key = fault.path[0] ?? 'hooks';
  const message = HOOK_MESSAGES[fault.kind](fault.path.join(' → '));
  return { code: `hooks-${fault.kind}`, message, offset: placeOf(front, key), key };
}
