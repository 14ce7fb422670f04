'use client';

/** What is a thread about, and is that still there? */

import { FIELDS } from '@/lib/agent-file';
import type { Found } from '@/lib/anchors';
import type { CommentPlace } from '@/lib/contract';

import { useEditor } from '../context';

export function PlaceLine({ place, found }: { place: CommentPlace; found: Found | undefined }) {
  const { reveal, revealField } = useEditor();
  if (place.kind === 'agent') return <p className="text-small text-soft">On the whole agent</p>;
  if (place.kind === 'change') {
    return <p className="truncate text-small text-soft">On a change in a review: {place.words}</p>;
  }
  if (place.kind === 'field') {
    const label = FIELDS.find(({ key }) => key === place.field)?.label ?? place.field;
    return (
      <p className="text-small text-soft">
        On{' '}
        <button
          type="button"
          className="rounded-sm text-accent hover:underline"
          onClick={() => revealField(place.field)}
        >
          {label}
        </button>
      </p>
    );
  }
  const quote = <span className="line-clamp-3 font-mono text-code wrap-anywhere">{place.quote.trim()}</span>;
  if (!found || found.state === 'gone') {
    return (
      <div className="border-l-2 border-line pl-2 text-soft">
        <s className="no-underline">{quote}</s>
        <p className="text-small">The text that this is about is gone.</p>
      </div>
    );
  }
  return (
    <div className="border-l-2 border-attention pl-2">
      <button
        type="button"
        title="Show it in the source"
        onClick={() => reveal(found.from)}
        className="block w-full rounded-sm text-left hover:bg-hover"
      >
        {quote}
      </button>
      {found.state === 'changed' && <p className="text-small text-soft">The text was changed since.</p>}
    </div>
  );
}
