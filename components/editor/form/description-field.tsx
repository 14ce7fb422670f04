'use client';

/** When should Claude call the agent? The text, and after it the examples, each a small conversation. */

import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/components/ui/numbers';
import { Textarea } from '@/components/ui/textarea';
import { type Example, editExamples } from '@/lib/agent-file';
import { estimateTokens } from '@/lib/text';

import { useEditor, useFront } from '../context';
import { FieldRow } from './field-row';
import { useDraft } from './use-draft';
import { splitDescription } from './values';

export function DescriptionField() {
  const { store, readOnly } = useEditor();
  const file = useFront();
  const draft = useDraft(
    () => splitDescription(store.getFile()).prose,
    (prose) => {
      const { rest } = splitDescription(store.getFile());
      return store.edit({ kind: 'set', key: 'description', value: prose + rest });
    },
  );
  const tokens = estimateTokens(file.effective.description ?? '');
  return (
    <>
      <FieldRow
        fieldKey="description"
        refusal={draft.refusal}
        aside={
          <span title="An estimate of what it costs in every conversation">
            ≈ {formatCount(tokens)} tokens
          </span>
        }
      >
        <Textarea
          rows={5}
          readOnly={readOnly}
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          className="max-h-96"
        />
      </FieldRow>
      <Examples />
    </>
  );
}

const ExampleItem = lazy(async () => ({ default: (await import('./example-item')).ExampleItem }));

const EMPTY: Example = { context: '', user: '', assistant: '', commentary: '' };

function Examples() {
  const { store, readOnly } = useEditor();
  const file = useFront();
  const [open, setOpen] = useState<number | null>(null);
  const { tail } = splitDescription(file);
  const examples = file.examples;

  function write(next: readonly Example[]) {
    const description = store.getFile().effective.description ?? '';
    return store.edit({ kind: 'set', key: 'description', value: editExamples(description, [...next]) });
  }

  function move(from: number, to: number) {
    if (to < 0 || to >= examples.length || from === to) return;
    const next = [...examples];
    next.splice(to, 0, ...next.splice(from, 1));
    if (write(next) === null) setOpen((current) => (current === from ? to : current));
  }

  return (
    <div role="group" aria-labelledby="examples-label" className="flex flex-col gap-1">
      <div className="flex items-center justify-between">
        <span id="examples-label" className="font-medium">
          Examples <span className="font-normal text-soft">{examples.length > 0 && examples.length}</span>
        </span>
        {!readOnly && (
          <Button
            size="dense"
            tone="quiet"
            icon={<Plus className="size-3.5" aria-hidden="true" />}
            onClick={() => {
              if (write([...examples, EMPTY]) === null) setOpen(examples.length);
            }}
          >
            Add example
          </Button>
        )}
      </div>
      {examples.length === 0 && (
        <p className="text-small text-soft">
          Two to four short conversations show Claude when to call the agent, better than any description.
        </p>
      )}
      {examples.length > 0 && (
        <ol className="divide-y divide-line rounded-md border border-line">
          {examples.map((example, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an example is its place; its text changes while one types
            <Suspense key={at} fallback={<li className="h-9" />}>
              <ExampleItem
                at={at}
                count={examples.length}
                example={example}
                isOpen={open === at}
                onToggle={() => setOpen(open === at ? null : at)}
                onMove={move}
                onRemove={() => {
                  write(examples.filter((_, other) => other !== at));
                  setOpen(null);
                }}
                onPart={(part, text) =>
                  write(
                    store
                      .getFile()
                      .examples.map((one, other) => (other === at ? { ...one, [part]: text } : one)),
                  )
                }
              />
            </Suspense>
          ))}
        </ol>
      )}
      {tail !== '' && (
        <p className="text-small text-soft">
          There is text between or after the examples. It stays as it is.
        </p>
      )}
    </div>
  );
}
