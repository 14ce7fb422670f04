/** Which changes of an agent are read one by one? Its fields, then its instructions, each with a key to hang words on. */

import { lineId } from '@/components/history/paths';
import type { Comparison, FieldChange, UnitChange } from '@/lib/compare';

export type ChangeRow =
  | (Row & { kind: 'field'; field: FieldChange })
  | (Row & { kind: 'unit'; unit: UnitChange });

interface Row {
  key: string;
  words: string;
  /** Where it stands in the comparison of the lines, as the end of an address; empty for somewhere. */
  line: string;
}

/** As the contract has it: a longer key is cut, and its words stand beside it. */
const MAX_KEY = 300;
const MAX_WORDS = 400;

export function changeRows({ fields, units }: Pick<Comparison, 'fields' | 'units'>): ChangeRow[] {
  return [
    // What becomes of the description is told by its sentences below.
    ...fields
      .filter(({ key }) => key !== 'description' || !units.some(({ place }) => place === 'description'))
      .map((field) => ({
        ...{ kind: 'field' as const, field },
        key: `field ${field.key}`.slice(0, MAX_KEY),
        words: field.label.slice(0, MAX_WORDS),
        line: '',
      })),
    ...units.map((unit) => ({
      ...{ kind: 'unit' as const, unit },
      key: `unit ${unit.key}`.slice(0, MAX_KEY),
      words: (unit.after ?? unit.before)?.text.trim().slice(0, MAX_WORDS) ?? '',
      line: unit.after
        ? `#${lineId('after', unit.after.line)}`
        : `#${lineId('before', unit.before?.line ?? 1)}`,
    })),
  ];
}
