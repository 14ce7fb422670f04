'use client';
/** Behind which line does this block go? */

import { useRef, useState } from 'react';

import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';

import { useBoard } from '../board-context';

export interface MoveDialogProps {
  block: string | null;
  onClose: () => void;
}

const MOST_SHOWN = 200;

export function MoveDialog({ block, onClose }: MoveDialogProps) {
  const { board, lineOf, acts } = useBoard();
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { blocks, text } = board.proposal;
  const words = query.toLowerCase().trim();
  const places = blocks
    .filter(({ id, kind }) => kind !== 'front-matter' && id !== block)
    .map(({ id, kind, range }) => ({
      id,
      kind,
      line: lineOf(range.from),
      text: text.slice(range.from, range.to).trim(),
    }))
    .filter((place) => place.text.toLowerCase().includes(words));

  function go(after: string | null) {
    onClose();
    if (block) acts.decide('Moved', { kind: 'move', block, after });
  }

  return (
    <Dialog
      open={block !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Move behind"
      initialFocus={input}
    >
      <Input
        ref={input}
        type="search"
        aria-label="Search the lines"
        placeholder="Search the lines"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="mt-2 flex flex-col">
        {words === '' && <Place words="To the top of the body" onChoose={() => go(null)} />}
        {places.slice(0, MOST_SHOWN).map((place) => (
          <Place
            key={place.id}
            line={place.line}
            words={place.text}
            strong={place.kind === 'heading'}
            onChoose={() => go(place.id)}
          />
        ))}
        {places.length === 0 && <li className="py-4 text-soft">No line has these words.</li>}
      </ul>
    </Dialog>
  );
}

interface PlaceProps {
  line?: number;
  words: string;
  strong?: boolean;
  onChoose: () => void;
}

function Place({ line, words, strong, onChoose }: PlaceProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        className="flex min-h-8 w-full items-baseline gap-3 rounded-md px-2 py-1 text-left hover:bg-hover max-md:min-h-10"
      >
        <span className="w-7 shrink-0 text-right text-small text-soft">{line}</span>
        <span className={`truncate ${strong ? 'font-semibold' : ''}`}>{words}</span>
      </button>
    </li>
  );
}
