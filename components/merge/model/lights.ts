/** Which instructions, blocks and cards belong together, so that pointing at one lights the others? Pure. */

import type { Proposal } from '@/lib/merge';

import type { Question } from './questions';

/** What can be pointed at: `unit:…`, `block:…`, `card:…`; sources light up as `source:…`. */
export type Light = `${'unit' | 'block' | 'card' | 'source'}:${string}`;

export interface Lights {
  /** Everything that lights up with this, itself included; sorted. */
  of: (light: Light) => Light[];
  /** The block that holds a unit, or null. */
  blockOf: (unit: string) => string | null;
  /** The units of a block, in the order of the ledger. */
  unitsOf: (block: string) => readonly string[];
}

const KEY = /^\s*['"]?([A-Za-z][\w-]*)['"]?\s*:/;

/** The key of a front-matter entry as it is written: of `model: opus` it is `model`. */
export function keyOfField(text: string): string | null {
  return KEY.exec(text)?.[1] ?? null;
}

/** Joins units to their block, blocks to their units, and cards to what they are about. */
export function createLights(proposal: Proposal, questions: readonly Question[]): Lights {
  const entries = new Map(proposal.ledger.map((entry) => [entry.unit, entry]));
  const blocks = new Map(proposal.blocks.map((block) => [block.id, block]));
  const unitsIn = new Map<string, string[]>();
  const fields = new Map<string, string[]>();
  for (const { unit, block, part, text, headings } of proposal.ledger) {
    if (block !== null) append(unitsIn, block, unit);
    const key = part === 'front-matter' ? (keyOfField(text) ?? headings[0]) : null;
    if (key) append(fields, key, unit);
  }
  const about = new Map<string, string[]>();
  const cardsOf = new Map<string, string[]>();
  for (const question of questions) {
    const units =
      question.kind === 'project'
        ? question.entries.map(({ unit }) => unit)
        : [...question.conflict.units, ...(fields.get(question.conflict.key) ?? [])];
    about.set(question.id, units);
    for (const unit of units) append(cardsOf, unit, question.id);
  }

  const blockOf = (unit: string) => entries.get(unit)?.block ?? null;
  const unitsOf = (block: string) => unitsIn.get(block) ?? blocks.get(block)?.units ?? [];
  // The front matter holds every field: of a field only the card and the same field of others are its peers.
  const isWide = (block: string) => blocks.get(block)?.kind === 'front-matter';

  function unitsLitBy(kind: string, id: string): readonly string[] {
    if (kind === 'block') return unitsOf(id);
    if (kind === 'card') return about.get(id) ?? [];
    const block = blockOf(id);
    const entry = entries.get(id);
    const key = entry?.part === 'front-matter' ? keyOfField(entry.text) : null;
    if (key) return fields.get(key) ?? [id];
    return [id, ...(block && !isWide(block) ? unitsOf(block) : [])];
  }

  function of(light: Light): Light[] {
    const at = light.indexOf(':');
    const [kind, id] = [light.slice(0, at), light.slice(at + 1)];
    const lit = new Set<Light>([light]);
    if (kind === 'source') return [light];
    const units = unitsLitBy(kind, id);
    for (const unit of units) {
      lit.add(`unit:${unit}`);
      const entry = entries.get(unit);
      if (entry) lit.add(`source:${entry.source}`);
      if (entry?.block && kind !== 'block') lit.add(`block:${entry.block}`);
      if (kind !== 'block' || units.length < MANY) {
        for (const card of cardsOf.get(unit) ?? []) lit.add(`card:${card}`);
      }
    }
    return [...lit].sort();
  }
  return { of, blockOf, unitsOf };
}

/** A block of more units than this, such as the front matter of 50 files, lights no cards. */
const MANY = 200;

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
