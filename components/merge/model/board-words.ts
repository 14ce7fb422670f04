/** What does the board say of units, figures and decisions? Words; pure. */

import { formatCount } from '@/components/ui/numbers';
import type { Decision, Fate, LedgerEntry, MergeMetrics, Proposal } from '@/lib/merge';
import { lineStarts, positionAt } from '@/lib/text';

/** Every fate in the order in which the board lists them. */
export const FATE_ORDER: readonly Fate[] = [
  'kept',
  'fused',
  'contained',
  'quarantined',
  'conflict',
  'dropped',
];

/** What happened to a unit, with the line of the result that holds it: "contained in line 12". */
export function fateWords(fate: Fate, line: number | null): string {
  if (fate === 'fused') return line === null ? 'fused' : `fused into line ${line}`;
  if (fate === 'contained') return line === null ? 'contained' : `contained in line ${line}`;
  if (fate === 'conflict') return 'another was chosen';
  if (fate === 'kept') return line === null ? 'kept' : `kept, line ${line}`;
  return fate;
}

/** Returns what says in which line of a text, from 1, an offset stands. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = lineStarts(text);
  return (offset) => positionAt(starts, offset).line;
}

/** A share as "58 %"; all but all is never said to be all, nor a little nothing. */
export function formatShare(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99 %';
  if (rounded === 0 && share > 0) return '1 %';
  return `${rounded} %`;
}

export interface Meter {
  label: string;
  value: string;
  /** What the figure counts. */
  detail: string;
  /** Whether something is lost or said twice that one should look at. */
  attention: boolean;
}

/** The figures of a proposal, in the order in which they matter. */
export function metersOf(metrics: MergeMetrics, savedTokens: number): Meter[] {
  return [
    {
      label: 'coverage',
      value: formatShare(metrics.unitCoverage50),
      detail: `Instructions of which one line of the result says at least half. At least nine tenths: ${formatShare(metrics.unitCoverage90)}.`,
      attention: metrics.unitCoverage50 < 1,
    },
    {
      label: 'protected terms',
      value: formatShare(metrics.protectedTerms),
      detail: 'Paths, code, numbers, names and negations of the sources that the result still has.',
      attention: metrics.protectedTerms < 1,
    },
    {
      label: 'redundancy',
      value: formatShare(metrics.redundancy),
      detail: 'Lines of the result that are like another of its lines.',
      attention: metrics.redundancy > 0.1,
    },
    {
      label: 'words',
      value: formatShare(metrics.wordRatio),
      detail: `${formatCount(metrics.words)} words instead of ${formatCount(metrics.sourceWords)}.`,
      attention: false,
    },
    {
      label: savedTokens < 0 ? 'costs' : 'saves',
      value: `≈ ${formatCount(Math.abs(savedTokens))} t`,
      detail: `Estimated tokens of the descriptions, which every session loads: ${formatCount(metrics.rosterTokens)} instead of ${formatCount(metrics.sourceRosterTokens)}.`,
      attention: savedTokens < 0,
    },
  ];
}

const MOST_QUOTED = 60;

/** The beginning of a text in quotation marks, on one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED - 1).trimEnd()}…` : line}”`;
}

/** What people wrote of units, blocks and sources in a decision's words. */
export interface Names {
  unit: (id: string) => Pick<LedgerEntry, 'text' | 'source'> | null;
  block: (id: string) => string | null;
  /** The letter of a source. */
  letter: (source: string) => string | null;
  option: (conflict: string, option: string) => string | null;
}

/** Looks names up in a proposal. */
export function namesOf(proposal: Proposal): Names {
  const units = new Map(proposal.ledger.map((entry) => [entry.unit, entry]));
  const blocks = new Map(proposal.blocks.map(({ id, range }) => [id, range]));
  const letters = new Map(proposal.sources.map(({ id, letter }) => [id, letter]));
  const conflicts = new Map(proposal.conflicts.map((conflict) => [conflict.id, conflict]));
  return {
    unit: (id) => units.get(id) ?? null,
    block: (id) => {
      const range = blocks.get(id);
      return range ? proposal.text.slice(range.from, range.to) : (units.get(id)?.text ?? null);
    },
    letter: (source) => letters.get(source) ?? null,
    option: (conflict, option) => {
      const found = conflicts.get(conflict)?.options.find(({ id }) => id === option);
      return found ? (found.value ?? 'not set') : null;
    },
  };
}

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>;

const GONE = 'something that is no longer there';

function unitWords(names: Names, id: string): string {
  const entry = names.unit(id);
  if (!entry) return GONE;
  const letter = names.letter(entry.source);
  return letter ? `${quote(entry.text)} of ${letter}` : quote(entry.text);
}

const blockWords = (names: Names, id: string) => {
  const text = names.block(id);
  return text === null ? GONE : quote(text);
};

const DECISION_WORDS: { [K in Decision['kind']]: (decision: Of<K>, names: Names) => string } = {
  choose: ({ conflict, option }, names) =>
    `${subjectOf(conflict)}: ${quotedValue(names.option(conflict, option))} chosen`,
  set: ({ key, value }) => `${subjectOf(key)}: ${value === null ? 'taken out' : `${quote(value)} written`}`,
  skeleton: ({ source }, names) => `The order of ${names.letter(source) ?? GONE} is followed`,
  keep: ({ unit }, names) => `${unitWords(names, unit)} keeps its own words`,
  drop: ({ unit, reason }, names) => `${unitWords(names, unit)} dropped: ${reason}`,
  release: ({ unit }, names) => `${unitWords(names, unit)} released into the result`,
  quarantine: ({ unit }, names) => `${unitWords(names, unit)} left out: it belongs to one project`,
  split: ({ units }, names) =>
    `${units.length} instructions stand apart: ${unitWords(names, units[0] ?? '')} …`,
  fuse: ({ units }, names) => `${units.length} instructions made one: ${unitWords(names, units[0] ?? '')} …`,
  move: ({ block, after }, names) =>
    `${blockWords(names, block)} moved ${after === null ? 'to the top' : `behind ${blockWords(names, after)}`}`,
  edit: ({ block, text }, names) =>
    text.trim() === '' ? `${blockWords(names, block)} taken out` : `Words written: ${quote(text)}`,
  insert: ({ text }) => `Words added: ${quote(text)}`,
};

/** Says what was decided, in one line. */
export function decisionWords<K extends Decision['kind']>(decision: Of<K>, names: Names): string {
  return DECISION_WORDS[decision.kind as K](decision, names);
}

/** A key or the id of a conflict as people read it: "Model", "Permission mode", "Coverage". */
export function subjectOf(id: string): string {
  if (id === 'color' || id.endsWith(':color')) return 'Colour';
  const words = (id.split(':')[1] ?? id).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What befell several instructions at once, in one line, with the first of them. */
export function groupWords(group: readonly Decision[], names: Names): string {
  const [first] = group;
  if (!first) return '';
  if (group.length === 1 || !('unit' in first)) return decisionWords(first, names);
  const fate = {
    keep: 'keep their own words',
    release: 'released into the result',
    quarantine: 'left out, for they belong to one project',
    drop: `dropped: ${first.kind === 'drop' ? first.reason : ''}`,
  }[first.kind];
  return `${group.length} instructions ${fate}: ${unitWords(names, first.unit)} …`;
}

function quotedValue(value: string | null): string {
  if (value === null) return 'an option';
  return value.includes(' ') ? quote(value) : value;
}
