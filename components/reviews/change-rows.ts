/** Which changes of an agent are read one by one? Its fields, then its instructions, each with a key to hang words on. */

import type { Comparison, FieldChange, UnitChange } from '@/lib/compare';

export type ChangeRow =
  | { kind: 'field'; key: string; words: string; field: FieldChange }
  | { kind: 'unit'; key: string; words: string; unit: UnitChange };

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
      })),
    ...units.map((unit) => ({
      ...{ kind: 'unit' as const, unit },
      key: `unit ${unit.key}`.slice(0, MAX_KEY),
      words: (unit.after ?? unit.before)?.text.trim().slice(0, MAX_WORDS) ?? '',
    })),
  ];
}
