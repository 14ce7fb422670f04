'use client';
/** One instruction of a source, and what became of it. */

import { memo } from 'react';

import { classNames } from '@/components/ui/class-names';
import type { LedgerEntry } from '@/lib/merge';

import type { RowTarget } from '../board-context';
import { FateSign } from '../fate-sign';
import { MenuButton } from '../menu-button';

export interface UnitRowProps {
  entry: LedgerEntry;
  /** The one that Tab reaches first. */
  first: boolean;
  /** The name of the part of the file that begins here, or null. */
  headed: string | null;
  fate: string;
  selected: boolean;
  menu: boolean;
  onMenu: (target: RowTarget, anchor: HTMLElement) => void;
  onFollow: (target: RowTarget) => void;
  /** Absent for those who look. */
  onSelect?: (unit: string) => void;
}

const GONE = new Set(['quarantined', 'conflict', 'dropped']);

export const UnitRow = memo(function UnitRow(props: UnitRowProps) {
  const { entry, first, headed, fate, selected, menu, onMenu, onFollow, onSelect } = props;
  const target: RowTarget = { kind: 'unit', id: entry.unit };
  return (
    <>
      {headed && (
        <li className="px-3 pt-3 pb-1 text-small font-medium text-soft" aria-hidden="true">
          {headed}
        </li>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: X on the row does the same */}
      <li
        data-row="unit"
        data-id={entry.unit}
        data-light={`unit:${entry.unit}`}
        tabIndex={first ? 0 : -1}
        aria-current={selected || undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) onSelect?.(entry.unit);
        }}
        className={classNames(
          rowClass,
          'grid-cols-[0.875rem_minmax(0,1fr)_1.5rem] max-md:grid-cols-[0.875rem_minmax(0,1fr)_2.25rem]',
          selected && 'bg-accent-soft',
        )}
      >
        <FateSign fate={entry.fate} className="mt-0.75" />
        <div className="min-w-0">
          <p
            className={classNames(
              'wrap-anywhere whitespace-pre-wrap',
              entry.kind === 'heading' && 'font-semibold',
              (entry.kind === 'code' || entry.part === 'front-matter') && 'font-mono text-code',
              entry.text.length > LONG && 'line-clamp-6 group-focus-within:line-clamp-none',
              GONE.has(entry.fate) && 'text-soft',
            )}
          >
            {entry.text}
          </p>
          <p className="text-small text-soft">
            {entry.block === null ? (
              fate
            ) : (
              <button
                type="button"
                tabIndex={-1}
                onClick={() => onFollow(target)}
                className="rounded-sm underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
              >
                {fate}
              </button>
            )}
            {selected && <span className="font-medium text-accent"> · selected</span>}
            <span className="sr-only">. {entry.reason}</span>
          </p>
        </div>
        {menu && (
          <MenuButton subject={`“${entry.text.slice(0, 40)}”`} onOpen={(anchor) => onMenu(target, anchor)} />
        )}
      </li>
    </>
  );
});

/** Longer texts are cut after six lines until the row has the focus. */
const LONG = 320;

/** What the rows of sources and result share: they light up with their peers, a bar at the side and a ground. */
export const rowClass =
  'group relative grid items-start gap-x-2 border-l-2 border-l-transparent py-1 pr-1.5 pl-2.5 [contain-intrinsic-size:auto_44px] [content-visibility:auto] focus-visible:-outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent hover:bg-hover data-lit:border-l-accent data-lit:bg-accent-soft';
