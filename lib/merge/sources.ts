/** Which files are to become one, in which order, and what does each of them hold? */

import { type AgentFile, readAgentFile } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';
import { splitBody, splitDescription, type Unit } from '@/lib/units';
import type { BodySource, BodyUnit } from './body-types';
import { describedRanges } from './described-ranges';
import { type FieldUnit, listFieldUnits } from './field-units';
import { listProtected } from './protected';
import type { MergeSource, ProposalSource, UnitId } from './types';
import { createUnitNames } from './unit-names';

/** One sentence or example of a description; `unit.range` is in the effective description, `range` in the file. */
export interface DescriptionUnit {
  id: UnitId;
  unit: Unit;
  range: TextRange;
}

/** One distinct source with all its units. */
export interface ReadSource {
  id: string;
  letter: string;
  file: AgentFile;
  fields: FieldUnit[];
  description: DescriptionUnit[];
  body: BodyUnit[];
  /** Files that are the same but for line ends and outer blanks, by id, with units that correspond one to one. */
  twins: Map<string, ReadSource>;
}

export interface SourceSet {
  /** One a text, in canonical order: by text, code unit by code unit. */
  distinct: ReadSource[];
  /** All that were given: by text, then by id. */
  all: ProposalSource[];
}

const LETTERS = 'ABCDEFGH';

/**
 * Reads the sources into their canonical order, in which nothing depends on the order that they were given in. Files
 * that are the same but for line ends and outer blanks are one source.
 */
export function readSources(sources: readonly MergeSource[]): SourceSet {
  const sorted = sources
    .map((source) => ({ ...source, same: plainText(source.text) }))
    .sort((a, b) => compare(a.same, b.same) || compare(a.text, b.text) || compare(a.id, b.id));
  const distinct: ReadSource[] = [];
  const all: ProposalSource[] = [];
  for (const source of sorted) {
    const previous = distinct.at(-1);
    const repeats =
      previous !== undefined && plainText(previous.file.text) === source.same && isTwin(previous, source);
    const read = repeats ? previous : readSource(source, letterOf(distinct.length));
    if (!repeats) distinct.push(read);
    all.push(proposalSource(source.id, read, repeats));
  }
  return { distinct, all };
}

const plainText = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Reads a file that says the same, and says whether its units correspond to those of the first. */
function isTwin(first: ReadSource, source: MergeSource): boolean {
  if (first.file.text === source.text) return true;
  const twin = readSource(source, first.letter);
  const counts = ({ fields, description, body, file }: ReadSource) =>
    [fields.length, description.length, body.length, file.verdict.loads].join();
  if (counts(first) !== counts(twin)) return false;
  first.twins.set(source.id, twin);
  return true;
}

/** Compares code unit by code unit, in every locale alike. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const letterOf = (at: number): string =>
  LETTERS.charAt(at % LETTERS.length) + (at < LETTERS.length ? '' : Math.floor(at / LETTERS.length));

function proposalSource(
  id: string,
  { letter, file, id: first }: ReadSource,
  repeats: boolean,
): ProposalSource {
  const problem = file.verdict.loads ? null : (file.verdict.reasons[0]?.message ?? null);
  return {
    id,
    letter,
    name: file.effective.name,
    loads: file.verdict.loads,
    problem,
    repeats: repeats ? first : null,
  };
}

function readSource({ id, text }: MergeSource, letter: string): ReadSource {
  const file = readAgentFile(text);
  const nameOf = createUnitNames(id);
  const body = splitBody(text, file.body).map((unit): BodyUnit => {
    const unitId = nameOf('body', unit.headings, unit.text);
    const said = unit.kind === 'code' ? { ...unit, text: withClosedFence(unit.text) } : unit;
    return { id: unitId, source: id, unit: said, protectedTerms: listProtected(unit.text) };
  });
  return {
    id,
    letter,
    file,
    fields: listFieldUnits(file, (said) => nameOf('field', [], said)),
    description: describedUnits(file, (unit) => nameOf('description', [], unit.text)),
    body,
    twins: new Map(),
  };
}

/** A fence that its file leaves open to the end would take in whatever of the others is put behind it. */
function withClosedFence(code: string): string {
  const signs = /^(`{3,}|~{3,})/.exec(code)?.[1];
  if (signs === undefined) return code;
  const last = code.slice(code.lastIndexOf('\n') + 1).trim();
  const isClosed = code.includes('\n') && last.startsWith(signs) && /^(?:`+|~+)$/.test(last);
  return isClosed ? code : `${code}\n${signs}`;
}

function describedUnits(file: AgentFile, nameOf: (unit: Unit) => UnitId): DescriptionUnit[] {
  const described = file.effective.description;
  if (described === null) return [];
  const units = splitDescription(described);
  const ranges = describedRanges(file, units);
  return units.map((unit, at) => ({ id: nameOf(unit), unit, range: ranges[at] as TextRange }));
}

/** The bodies of the sources, as aligning and composing take them. */
export function bodySources(sources: readonly ReadSource[]): BodySource[] {
  return sources.map(({ id, letter, body }) => ({ id, letter, units: body }));
}
