'use client';
/** What became of each instruction? The ones that came, went, were reworded or moved, each with both texts. */

import { ArrowDownUp, Minus, PencilLine, Plus } from 'lucide-react';
import { useState } from 'react';

import { Button } from '@/components/ui/button';
import type { Part, UnitChange, UnitChangeKind, UnitText } from '@/lib/compare';

import { Parts } from './parts';

/** So many are shown at first. */
const FIRST = 60;

const LOOKS: Record<UnitChangeKind, { Icon: typeof Plus; word: string; text: string }> = {
  added: { Icon: Plus, word: 'added', text: 'text-good' },
  removed: { Icon: Minus, word: 'removed', text: 'text-bad' },
  reworded: { Icon: PencilLine, word: 'reworded', text: 'text-accent' },
  moved: { Icon: ArrowDownUp, word: 'moved', text: 'text-soft' },
};

export function UnitChanges({ units }: { units: readonly UnitChange[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? units : units.slice(0, FIRST);
  return (
    <>
      <ul className="overflow-hidden rounded-md border border-line">
        {shown.map((unit) => (
          <UnitRow key={unit.key} unit={unit} />
        ))}
      </ul>
      {shown.length < units.length && (
        <Button size="dense" className="mt-2" onClick={() => setAll(true)}>
          Show all {units.length.toLocaleString('en-US')}
        </Button>
      )}
    </>
  );
}

function UnitRow({ unit }: { unit: UnitChange }) {
  const { kind, before, after, moved, words, place } = unit;
  const { Icon, word, text } = LOOKS[kind];
  const context = contextOf(after ?? before, place);
  return (
    <li className="grid gap-x-4 px-3 py-2 not-first:border-t not-first:border-line md:grid-cols-[9rem_minmax(0,1fr)]">
      <span className={`flex items-start gap-1.5 ${text}`}>
        <Icon className="mt-0.75 size-3.5 shrink-0" aria-hidden="true" />
        {word}
        {kind === 'reworded' && moved && ', moved'}
      </span>
      <div className="min-w-0">
        {context && <p className="truncate text-small text-soft">{context}</p>}
        {before && kind !== 'moved' && <Said unit={before} parts={words?.before} side="before" />}
        {after && <Said unit={after} parts={words?.after} side="after" isPlain={kind === 'moved'} />}
      </div>
    </li>
  );
}

interface SaidProps {
  unit: UnitText;
  parts: readonly Part[] | undefined;
  side: 'before' | 'after';
  isPlain?: boolean;
}

function Said({ unit, parts, side, isPlain = false }: SaidProps) {
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      <Parts parts={parts ?? [{ text: unit.text, changed: !isPlain }]} side={side} />
    </p>
  );
}

function contextOf(unit: UnitText | null, place: UnitChange['place']): string {
  if (!unit) return '';
  const above = place === 'description' ? ['Description'] : unit.headings;
  return [...above, `line ${unit.line}`].join(' › ');
}
