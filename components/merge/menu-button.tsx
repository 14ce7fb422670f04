'use client';
/** What can be done with a row? The button at its end; by keyboard the row itself opens the menu. */

import { Ellipsis } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';

export interface MenuButtonProps {
  /** What readers hear that something is to be done with. */
  subject: string;
  onOpen: (anchor: HTMLElement) => void;
  className?: string;
}

export function MenuButton({ subject, onOpen, className }: MenuButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={`What to do with ${subject}`}
      onClick={(event) => onOpen(event.currentTarget)}
      className={classNames(LOOK, className)}
    >
      <Ellipsis className="size-4" aria-hidden="true" />
    </button>
  );
}

/** At hand when its row is pointed at; on a touch screen always. */
const LOOK =
  'grid size-6 place-items-center rounded-md text-soft opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 pointer-coarse:opacity-100 aria-expanded:opacity-100 max-md:size-9';
