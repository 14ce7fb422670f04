/** How is one change told? What it was and what it is, with the words that differ. */

import type { ReactNode } from 'react';

import { type FieldChange, fieldWords, type Part, type UnitChange } from '@/lib/compare';

const KINDS = {
  added: { word: 'Added', tone: 'text-good' },
  removed: { word: 'Removed', tone: 'text-bad' },
  reworded: { word: 'Reworded', tone: 'text-accent' },
  moved: { word: 'Moved', tone: 'text-soft' },
} as const;

export function FieldLine({ field }: { field: FieldChange }) {
  return (
    <>
      <p className="font-medium">{fieldWords(field)}</p>
      {field.words && <Both before={field.words.before} after={field.words.after} />}
    </>
  );
}

export function UnitLine({ unit }: { unit: UnitChange }) {
  const { kind, before, after, moved, words, place } = unit;
  const { word, tone } = KINDS[kind];
  const headings = (after ?? before)?.headings ?? [];
  return (
    <>
      <p className="flex flex-wrap gap-x-2 text-small">
        <span className={`font-medium ${tone}`}>
          {word}
          {moved && kind === 'reworded' && ' and moved'}
        </span>
        <span className="min-w-0 truncate text-soft">
          {[place === 'description' ? 'Description' : null, ...headings].filter(Boolean).join(' / ')}
        </span>
      </p>
      {words ? (
        <Both before={words.before} after={words.after} />
      ) : (
        <>
          {after && kind !== 'removed' && <Text mark="ins">{after.text}</Text>}
          {before && kind === 'removed' && <Text mark="del">{before.text}</Text>}
        </>
      )}
    </>
  );
}

function Text({ mark: Mark, children }: { mark: 'ins' | 'del'; children: ReactNode }) {
  return (
    <Mark
      className={`block text-prose wrap-anywhere whitespace-pre-wrap no-underline ${Mark === 'del' ? 'text-soft line-through' : ''}`}
    >
      {children}
    </Mark>
  );
}

function Both({ before, after }: { before: readonly Part[]; after: readonly Part[] }) {
  return (
    <div className="flex flex-col gap-1 text-prose wrap-anywhere whitespace-pre-wrap">
      <del className="border-l-2 border-bad pl-2 text-soft no-underline">
        <Parts parts={before} className="bg-bad-soft text-bad line-through" />
      </del>
      <ins className="border-l-2 border-good pl-2 no-underline">
        <Parts parts={after} className="bg-good-soft font-medium text-good" />
      </ins>
    </div>
  );
}

function Parts({ parts, className }: { parts: readonly Part[]; className: string }) {
  let at = 0;
  return parts.map(({ text, changed }) => {
    const key = at;
    at += text.length;
    return changed ? (
      <span key={key} className={className}>
        {text}
      </span>
    ) : (
      text
    );
  });
}
