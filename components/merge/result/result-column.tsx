'use client';
/** What would the one file say, and where does each line come from? Block by block, to be read and to be edited. */

import { lazy, Suspense } from 'react';

import { useBoard } from '../board-context';
import { MoreRow } from '../more-row';
import { usePaged } from '../use-paged';
import { BlockEditor } from './block-editor';
import { BlockRow } from './block-row';

const FieldsEditor = lazy(async () => ({ default: (await import('./fields-editor')).FieldsEditor }));

export function ResultColumn() {
  const { board, lineOf, sources, lights, entries, decisions, wanted, editing, canEdit, stale, acts } =
    useBoard();
  const { blocks, text } = board.proposal;
  const target = wanted?.kind === 'block' ? wanted.id : null;
  const { shown, more } = usePaged(
    blocks,
    target === null ? -1 : blocks.findIndex(({ id }) => id === target),
  );
  const touched = new Set(decisions.flatMap((decision) => ('block' in decision ? [decision.block] : [])));
  const lettersOf = (id: string, letters: readonly string[]) =>
    letters.length > 0
      ? letters
      : [
          ...new Set(
            lights.unitsOf(id).flatMap((unit) => sources.get(entries.get(unit)?.source ?? '')?.letter ?? []),
          ),
        ].sort();
  return (
    <section aria-label="Result" aria-busy={stale} className="flex min-h-0 flex-1 flex-col">
      <ul data-rows aria-label="Lines of the result" className="min-h-0 flex-1 overflow-y-auto py-2">
        {shown.map((block, at) => {
          const words = text.slice(block.range.from, block.range.to);
          const isEdited = editing?.block === block.id && !editing.insert;
          if (isEdited && block.kind === 'front-matter') {
            return (
              <Suspense key={block.id} fallback={null}>
                <FieldsEditor />
              </Suspense>
            );
          }
          return isEdited ? (
            <BlockEditor key={block.id} block={block.id} insert={false} words={trimLines(words)} />
          ) : (
            <BlockRow
              key={block.id}
              id={block.id}
              kind={block.kind}
              origin={block.origin}
              words={trimLines(words)}
              line={lineOf(block.range.from)}
              letters={lettersOf(block.id, block.letters).join(' ')}
              spaced={/^\s*\n/.test(words) || (at > 0 && isSpaced(text, block.range.from))}
              touched={touched.has(block.id)}
              first={at === 0}
              canEdit={canEdit}
              onEdit={acts.edit}
              onMenu={acts.openMenu}
            >
              {editing?.block === block.id && editing.insert && (
                <BlockEditor block={block.id} insert words="" />
              )}
            </BlockRow>
          );
        })}
        <MoreRow of={blocks.length} onMore={more} />
      </ul>
    </section>
  );
}

/** A block's words without the line ends around them. */
const trimLines = (words: string) => words.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '');

/** Whether a blank line stands before this place. */
const isSpaced = (text: string, start: number) =>
  /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 80), start));
