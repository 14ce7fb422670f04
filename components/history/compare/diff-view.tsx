'use client';
/** How do the lines of two versions stand beside each other, word by word? What stays is folded. */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { ChangedLine, DiffRow } from '@/lib/compare';

import { lineId } from '../paths';
import type { DiffLayout } from './layout';
import { Parts } from './parts';

/** Lines that stay, shown before and after a change. */
const AROUND = 3;
/** So many rows are shown at first: a page of tens of thousands stands still. */
const FIRST = 1_500;

export interface DiffViewProps {
  rows: readonly DiffRow[];
  layout: DiffLayout;
  label: string;
}

export function DiffView({ rows, layout, label }: DiffViewProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, FIRST);
  return (
    <>
      <ul
        aria-label={label}
        className={classNames(
          'overflow-hidden rounded-md border border-line font-mono text-code',
          layout === 'side' ? SIDE : INLINE,
        )}
      >
        {shown.map((row, at) =>
          row.kind === 'same' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
            <SameLines key={at} row={row} isFirst={at === 0} isLast={at === rows.length - 1} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
            <ChangedRow key={at} row={row} isFirst={shown[at - 1]?.kind !== 'changed'} />
          ),
        )}
      </ul>
      {shown.length < rows.length && (
        <Button size="dense" className="mt-2" onClick={() => setAll(true)}>
          Show the rest of {rows.length.toLocaleString('en-US')} changes
        </Button>
      )}
    </>
  );
}

// Each row has one cell a side. On a phone, and inline, they stand below each other, and a line that stays is shown once.
const SIDE =
  '[&>li]:grid md:[&>li]:grid-cols-2 [&>li>*]:min-w-0 max-md:[&_[data-empty],&_[data-twin]]:hidden';
const INLINE = '[&_[data-empty],&_[data-twin]]:hidden';

type Changed = Extract<DiffRow, { kind: 'changed' }>;

/** The first of a run is where the keys go. */
function ChangedRow({ row: { before, after }, isFirst }: { row: Changed; isFirst: boolean }) {
  return (
    <li {...(isFirst && { 'data-change': '', tabIndex: -1 })} className="scroll-my-16 -outline-offset-2!">
      <Cell line={before} side="before" />
      <Cell line={after} side="after" />
    </li>
  );
}

const SIDES = {
  before: { sign: '−', word: 'Removed', ground: 'bg-bad-soft/50' },
  after: { sign: '+', word: 'Added', ground: 'bg-good-soft/50' },
};

function Cell({ line, side }: { line: ChangedLine | null; side: 'before' | 'after' }) {
  const { sign, word, ground } = SIDES[side];
  if (!line) return <div data-empty="" className="bg-sunken" />;
  return (
    <div id={lineId(side, line.line)} className={`flex scroll-my-24 target:bg-accent-soft ${ground}`}>
      <LineNumber number={line.line} />
      <span aria-hidden="true" className="w-4 shrink-0 text-center select-none">
        {sign}
      </span>
      <span className="sr-only">{word}: </span>
      <span className="min-w-0 flex-1 pr-2 wrap-anywhere whitespace-pre-wrap">
        {line.parts.length > 0 ? <Parts parts={line.parts} side={side} /> : ' '}
      </span>
    </div>
  );
}

function LineNumber({ number }: { number: number }) {
  return <span className="w-10 shrink-0 pr-2 text-right text-soft select-none">{number}</span>;
}

interface SameProps {
  row: Extract<DiffRow, { kind: 'same' }>;
  isFirst: boolean;
  isLast: boolean;
}

/** A fold is worth its line from three on. */
const LEAST_FOLDED = 3;

function SameLines({ row, isFirst, isLast }: SameProps) {
  const [isOpen, setOpen] = useState(false);
  const places = [...row.lines.keys()];
  const head = isFirst ? 0 : AROUND;
  const tail = isLast ? 0 : AROUND;
  const folded = places.length - head - tail;
  const draw = (at: number) => <SameLine key={at} row={row} at={at} />;
  if (isOpen || folded < LEAST_FOLDED) return places.map(draw);
  return (
    <>
      {places.slice(0, head).map(draw)}
      <li className="grid-cols-1!">
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="w-full bg-sunken px-3 py-1 text-left font-sans text-small text-soft hover:bg-hover hover:text-ink"
        >
          Show {folded.toLocaleString('en-US')} lines that stay
        </button>
      </li>
      {places.slice(places.length - tail).map(draw)}
    </>
  );
}

function SameLine({ row, at }: { row: SameProps['row']; at: number }) {
  const text = row.lines[at] ?? '';
  return (
    <li className="text-soft">
      <SameCell number={row.before + at} text={text} />
      <SameCell number={row.after + at} text={text} isTwin />
    </li>
  );
}

function SameCell({ number, text, isTwin = false }: { number: number; text: string; isTwin?: boolean }) {
  return (
    // The second says nothing new to whoever listens.
    <div {...(isTwin && { 'data-twin': '', 'aria-hidden': true })} className="flex">
      <LineNumber number={number} />
      <span className="w-4 shrink-0" />
      <span className="min-w-0 flex-1 pr-2 wrap-anywhere whitespace-pre-wrap">{text || ' '}</span>
    </div>
  );
}
