/** What does a text say, and where does it say what was searched? */

import { markQuery } from './mark-query';

export function MarkedText({ text, query }: { text: string; query: string }) {
  if (query === '') return text;
  return markQuery(text, query).map(({ at, text: piece, marked }) =>
    marked ? (
      <mark key={at} className="rounded-sm bg-attention-soft text-inherit">
        {piece}
      </mark>
    ) : (
      <span key={at}>{piece}</span>
    ),
  );
}
