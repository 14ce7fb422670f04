/** What does this agent file say? */

import { diagnose } from './diagnose';
import { effectiveValues } from './effective';
import { readExamples } from './examples';
import { fieldRule } from './fields';
import { type FrontMatter, readFrontMatter } from './front-matter';
import type { AgentFile, Field } from './types';
import { findLoadFaults, verdictOf } from './verdict';

/**
 * Reads an agent file as Claude Code does: its fields, what the agent gets, its body, whether it loads and what is
 * wrong with it. Never throws, and never looks at more of the body than its bounds.
 *
 * @example readAgentFile('---\nname: scribe\ndescription: Writes.\n---\n').effective.name // 'scribe'
 */
export function readAgentFile(text: string): AgentFile {
  const front = readFrontMatter(text);
  const faults = findLoadFaults(text, front);
  const effective = effectiveValues(front?.values ?? {});
  return {
    text,
    frontMatter: front && {
      range: front.fences.yaml,
      opening: front.fences.opening,
      closing: front.fences.closing,
      parse: front.parse,
    },
    fields: front ? listFields(front) : [],
    values: front?.values ?? {},
    effective,
    examples: effective.description === null ? [] : readExamples(effective.description),
    body: front?.fences.body ?? { from: 0, to: text.length },
    verdict: verdictOf(text, front, faults),
    diagnostics: diagnose(text, front, faults),
  };
}

/** One field a key, the winning entry, at its place in the file. */
function listFields(front: FrontMatter): Field[] {
  const winners = new Map(front.entries.map((entry) => [entry.key, entry]));
  return front.entries
    .filter((entry) => winners.get(entry.key) === entry && entry.key !== '<<')
    .map(({ key, value, entry }) => ({
      key,
      known: fieldRule(key) !== undefined,
      written: Object.hasOwn(front.values, key) ? front.values[key] : undefined,
      value,
      entry,
    }));
}
