'use client';
/** Which column is shown where three do not fit? Tabs under the header; on a phone a bar at the foot. */

import { Files, ListChecks, ScrollText } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';

import { type Column, useBoard } from './board-context';
import { progressOf } from './model/questions';

const COLUMNS: readonly { value: Column; label: string; Icon: typeof Files }[] = [
  { value: 'sources', label: 'Sources', Icon: Files },
  { value: 'result', label: 'Result', Icon: ScrollText },
  { value: 'decide', label: 'Decide', Icon: ListChecks },
];

export function ColumnSwitch({ phone = false }: { phone?: boolean }) {
  const { column, questions, acts } = useBoard();
  const { decided, total } = progressOf(questions);
  return (
    <div
      role="group"
      aria-label="Which column"
      className={
        phone
          ? 'flex min-w-48 flex-1 md:hidden'
          : 'flex shrink-0 gap-1 border-b border-line bg-sunken p-1 max-md:hidden wide:hidden'
      }
    >
      {COLUMNS.map(({ value, label, Icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={column === value}
          onClick={() => acts.showColumn(value)}
          className={classNames(
            'flex items-center justify-center rounded-md text-soft hover:text-ink aria-pressed:font-medium',
            phone
              ? 'h-11 min-w-0 flex-1 flex-col text-small aria-pressed:text-accent'
              : 'h-8 flex-1 gap-1.5 px-3 aria-pressed:bg-surface aria-pressed:text-ink',
          )}
        >
          <Icon className="size-4" aria-hidden="true" />
          <span>
            {label}
            {value === 'decide' && total > 0 && (
              <span className={phone ? 'sr-only' : 'ml-1.5 text-small text-soft'}>
                {' '}
                {decided}/{total}
              </span>
            )}
          </span>
        </button>
      ))}
    </div>
  );
}
