'use client';
/** One block of the result: its line, its sources, its words. */

import { Pencil } from 'lucide-react';
import { memo, type ReactNode } from 'react';

import { classNames } from '@/components/ui/class-names';
import type { Block } from '@/lib/merge';

import type { RowTarget } from '../board-context';
import { Letters } from '../letter';
import { MenuButton } from '../menu-button';
import { rowClass } from '../sources/unit-row';
import { FrontWords } from './front-words';

export interface BlockRowProps {
  id: string;
  kind: Block['kind'];
  origin: Block['origin'];
  words: string;
  line: number;
  /** Joined by blanks, so that the row is rendered anew only when they change. */
  letters: string;
  /** A blank line stands before it. */
  spaced: boolean;
  /** A person wrote or moved it. */
  touched: boolean;
  first: boolean;
  canEdit: boolean;
  onEdit: (id: string) => void;
  onMenu: (target: RowTarget, anchor: HTMLElement) => void;
  /** What is being written below it. */
  children?: ReactNode;
}

export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { id, kind, origin, words, line, letters, spaced, touched, first, canEdit } = props;
  const all = letters === '' ? [] : letters.split(' ');
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the row does the same */}
      <li
        data-row="block"
        data-id={id}
        data-light={`block:${id}`}
        tabIndex={first ? 0 : -1}
        onClick={(event) => {
          const isWords = event.target instanceof Element && event.target.closest('[data-words]');
          if (canEdit && isWords && window.getSelection()?.isCollapsed) props.onEdit(id);
        }}
        className={classNames(
          rowClass,
          'grid-cols-[1.75rem_5.375rem_minmax(0,1fr)_1.5rem] pl-1! max-md:grid-cols-[minmax(0,1fr)_2.25rem] max-md:pl-2.5!',
          spaced && 'mt-2',
        )}
      >
        <span className="pt-0.5 text-right text-small text-faint max-md:hidden" aria-hidden="true">
          {line}
        </span>
        <span className="flex h-5 items-center gap-1 max-md:col-start-1">
          {all.length > 0 && <Letters letters={all} most={all.some(({ length }) => length > 1) ? 2 : 4} />}
          {origin === 'merge' && <Origin>merge</Origin>}
          {origin === 'person' && all.length === 0 && <Origin>person</Origin>}
          {(touched || origin === 'person') && (
            <Pencil
              className="size-3 shrink-0 text-soft"
              aria-label="Moved or edited by a person"
              role="img"
            />
          )}
        </span>
        <div
          data-words
          className={classNames(
            'min-h-5 min-w-0 wrap-anywhere whitespace-pre-wrap max-md:col-start-1',
            TYPE[kind],
            canEdit && 'cursor-text',
          )}
        >
          {kind === 'front-matter' ? <FrontWords words={words} /> : words}
        </div>
        {canEdit && (
          <MenuButton
            subject={`line ${line}`}
            onOpen={(anchor) => props.onMenu({ kind: 'block', id }, anchor)}
            className="max-md:col-start-2 max-md:row-span-2 max-md:row-start-1"
          />
        )}
      </li>
      {props.children}
    </>
  );
});

const TYPE: Partial<Record<Block['kind'], string>> = {
  heading: 'font-semibold',
  code: 'font-mono text-code',
  row: 'font-mono text-code',
  tag: 'font-mono text-code text-soft',
};

/** Who wrote what stands in no source. */
function Origin({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-0.5 rounded-sm border border-line px-1 text-[0.6875rem] leading-3.5 text-soft">
      {children}
    </span>
  );
}
