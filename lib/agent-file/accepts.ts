/** Can this value be written at this key at all, in whatever file? */

import { loneSurrogateAt } from '@/lib/text';
import { fieldRule } from './fields';
import { findHookFault } from './hook-gate';
import { splitToolText } from './tools';
import type { Refusal, YamlValue } from './types';
import { NAME_FAULTS } from './verdict';

type Test = (value: YamlValue) => Omit<Refusal, 'key'> | null;

const TESTS: Readonly<Record<string, Test>> = {
  name: (value) => {
    if (typeof value !== 'string' || value === '')
      return { code: 'name-missing', message: 'An agent needs a name.' };
    return NAME_FAULTS.find(({ is }) => is(value)) ?? null;
  },
  description: (value) => {
    if (typeof value !== 'string' || value === '') {
      return { code: 'description-missing', message: 'An agent needs a description.' };
    }
    if (!value.includes('\\n')) return null;
    return {
      code: 'backslash-n',
      message:
        'Claude Code turns every \\n in a description into a line break, however it is quoted. Write it in another way, for example with a forward slash.',
    };
  },
  model: (value) => {
    if (typeof value !== 'string' || value === value.trim()) return null;
    return { code: 'outer-blanks', message: 'Claude Code drops blanks before and after a model’s name.' };
  },
  tools: splitsApart,
  disallowedTools: splitsApart,
};

/** Only lists are held to this: a text is split as the loader splits it, and that is what it says. */
function splitsApart(value: YamlValue): Omit<Refusal, 'key'> | null {
  if (!Array.isArray(value)) return null;
  const bad = value.find((item) => typeof item !== 'string' || splitToolText(item)[0] !== item);
  if (bad === undefined) return null;
  return {
    code: 'tool-splits',
    message: `${JSON.stringify(bad)} is not one tool’s name: Claude Code splits it at commas and blanks outside brackets.`,
  };
}

/**
 * Says why `value` cannot be written at `key`, or null when it can. A refusal holds for every file; whether a
 * certain file can take the value, only `editAgentFile` can say.
 *
 * @example accepts('description', 'in C:\\new')?.code // 'backslash-n'
 */
export function accepts(key: string, value: YamlValue): Refusal | null {
  const fault = keyFault(key) ?? textFault(value) ?? testOf(key)(value) ?? hookFault(key, value);
  return fault && { code: fault.code, key, message: fault.message };
}

function testOf(key: string): Test {
  return (Object.hasOwn(TESTS, key) && TESTS[key]) || (() => null);
}

function keyFault(key: string): Omit<Refusal, 'key'> | null {
  if (key === '<<') return { code: 'key-reserved', message: '<< is YAML’s way to merge maps, not a field.' };
  return textFault(key);
}

/** Strings that no YAML of the loader's can carry, at any depth. */
function textFault(value: YamlValue): Omit<Refusal, 'key'> | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { code: 'holds-nul', message: 'The value holds a NUL character.' };
    if (loneSurrogateAt(value) !== -1) {
      return { code: 'half-character', message: 'The value holds half a character (a lone surrogate).' };
    }
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, child] of Object.entries(value)) {
    const fault = textFault(key) ?? textFault(child);
    if (fault) return fault;
  }
  return null;
}

function hookFault(key: string, value: YamlValue): Omit<Refusal, 'key'> | null {
  if (fieldRule(key) && key !== 'hooks' && (value === null || typeof value !== 'object')) return null;
  const map: { [key: string]: YamlValue } = {};
  Object.defineProperty(map, key, { value, enumerable: true });
  const fault = findHookFault(map);
  if (!fault) return null;
  return {
    code: `hooks-${fault.kind}`,
    message: `Because of ${fault.path.join(' → ')}, Claude Code would drop the whole file.`,
  };
}
