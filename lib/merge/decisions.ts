/** What have people decided, and which of it has an effect? */

import type { FieldKey } from '@/lib/agent-file';
import type { Decision, UnitId } from './types';

/** A decision that changes where blocks stand or what they say; in the order in which people made them. */
export type LayoutDecision = Extract<Decision, { kind: 'move' | 'edit' | 'insert' }>;

/** The decisions by what they are about. Of several about one thing the last one holds. */
export interface ReadDecisions {
  chosen: ReadonlyMap<string, string>;
  set: ReadonlyMap<FieldKey, string | null>;
  skeleton: string | null;
  /** Units that a person wants in their own words. */
  keep: ReadonlySet<UnitId>;
  released: ReadonlySet<UnitId>;
  quarantined: ReadonlySet<UnitId>;
  /** With the reason that was given. */
  dropped: ReadonlyMap<UnitId, string>;
  split: UnitId[][];
  fuse: UnitId[][];
  layout: { index: number; decision: LayoutDecision }[];
}

/** What the files have, for a decision about anything else has no effect. */
export interface Known {
  sources: ReadonlySet<string>;
  units: ReadonlySet<UnitId>;
}

/** Sorts the decisions by what they are about; `idle` are the indexes of those about what is no longer there. */
export function readDecisions(
  decisions: readonly Decision[],
  known: Known,
): { read: ReadDecisions; idle: number[] } {
  const chosen = new Map<string, string>();
  const set = new Map<FieldKey, string | null>();
  const keep = new Set<UnitId>();
  const released = new Set<UnitId>();
  const quarantined = new Set<UnitId>();
  const dropped = new Map<UnitId, string>();
  const read: ReadDecisions = {
    ...{ chosen, set, skeleton: null, keep, released, quarantined, dropped },
    ...{ split: [], fuse: [], layout: [] },
  };
  const idle: number[] = [];
  const place = (unit: UnitId, put: () => void) => {
    for (const one of [released, quarantined, dropped]) one.delete(unit);
    put();
  };
  for (const [index, decision] of decisions.entries()) {
    if (isGone(decision, known)) {
      idle.push(index);
      continue;
    }
    switch (decision.kind) {
      case 'choose':
        chosen.set(decision.conflict, decision.option);
        break;
      case 'set':
        set.set(decision.key, decision.value);
        break;
      case 'skeleton':
        read.skeleton = decision.source;
        break;
      case 'keep':
        place(decision.unit, () => keep.add(decision.unit));
        break;
      case 'drop':
        place(decision.unit, () => dropped.set(decision.unit, decision.reason));
        keep.delete(decision.unit);
        break;
      case 'release':
        place(decision.unit, () => released.add(decision.unit));
        break;
      case 'quarantine':
        place(decision.unit, () => quarantined.add(decision.unit));
        keep.delete(decision.unit);
        break;
      case 'split':
        read.split.push(decision.units.filter((unit) => known.units.has(unit)));
        break;
      case 'fuse':
        read.fuse.push(decision.units.filter((unit) => known.units.has(unit)));
        break;
      default:
        read.layout.push({ index, decision });
    }
  }
  return { read, idle };
}

function isGone(decision: Decision, { sources, units }: Known): boolean {
  if ('unit' in decision) return !units.has(decision.unit);
  if (decision.kind === 'skeleton') return !sources.has(decision.source);
  if (decision.kind === 'split') return !decision.units.some((unit) => units.has(unit));
  return decision.kind === 'fuse' && decision.units.filter((unit) => units.has(unit)).length < 2;
}
