/** Which fields have another value? One row a field, what it was beside what it is. */

import type { FieldChange } from '@/lib/compare';

import { Parts } from './parts';

export function FieldChanges({ fields }: { fields: readonly FieldChange[] }) {
  return (
    <dl className="overflow-hidden rounded-md border border-line">
      {fields.map((change) => (
        <div
          key={change.key}
          className="grid gap-x-4 border-line px-3 py-2 not-first:border-t md:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <dt className="font-medium">
            {change.label}
            {!change.known && <span className="block text-small text-soft">not read by Claude Code</span>}
          </dt>
          <Value change={change} side="before" />
          <Value change={change} side="after" />
        </div>
      ))}
    </dl>
  );
}

const NAMES = { before: 'Was', after: 'Is' };

function Value({ change, side }: { change: FieldChange; side: 'before' | 'after' }) {
  return (
    <dd className="min-w-0 wrap-anywhere whitespace-pre-wrap">
      <span className="mr-1.5 text-small text-soft md:sr-only">{NAMES[side]}</span>
      <ValueText change={change} side={side} />
    </dd>
  );
}

function ValueText({ change, side }: { change: FieldChange; side: 'before' | 'after' }) {
  const { words, added, removed } = change;
  const text = change[side];
  if (text === null) return <span className="text-soft">not set</span>;
  if (words) return <Parts parts={words[side]} side={side} />;
  const changed = side === 'before' ? removed : added;
  if (changed.length === 0) return text;
  const items = text.split(', ');
  return items.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items do not move
    <span key={at}>
      {at > 0 && ', '}
      <Parts parts={[{ text: item, changed: changed.includes(item) }]} side={side} />
    </span>
  ));
}
