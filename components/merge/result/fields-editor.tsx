'use client';
/** Which values instead of those of the merge? The fields of the result, edited in place; loaded when it is wanted. */

import { type FormEvent, type KeyboardEvent, useRef } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Textarea } from '@/components/ui/textarea';
import { FIELDS, readAgentFile, type YamlValue } from '@/lib/agent-file';
import type { Decision } from '@/lib/merge';

import { useBoard } from '../board-context';
import { subjectOf } from '../model/board-words';

/** Shown even where the result does not have them. */
const ALWAYS = new Set<string>(['name', 'description', 'model', 'tools', 'color']);

export function FieldsEditor() {
  const { board, acts } = useBoard();
  const form = useRef<HTMLFormElement>(null);
  const { values } = readAgentFile(board.proposal.text);
  const fields = FIELDS.flatMap(({ key }) => {
    const words = wordsOf(values[key]);
    return words === null || (words === '' && !ALWAYS.has(key)) ? [] : [{ key, words }];
  });

  function close() {
    acts.edit(null);
    acts.reveal('block', 'front-matter');
  }
  function keep(event: FormEvent) {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const changed = fields.flatMap(({ key, words }): Decision[] => {
      const next = String(data.get(key) ?? '')
        .replace(/\r\n/g, '\n')
        .trim();
      return next === words.trim() ? [] : [{ kind: 'set', key, value: next === '' ? null : next }];
    });
    close();
    if (changed.length > 0) acts.decide(saidOf(changed), ...changed);
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <li className="border-l-2 border-accent bg-accent-soft px-3 py-2">
      <form
        ref={form}
        aria-label="Fields of the result"
        onSubmit={keep}
        onKeyDown={press}
        className="flex flex-col gap-2"
      >
        {fields.map(({ key, words }, at) => (
          <Field key={key} label={subjectOf(key)}>
            {key === 'description' || words.includes('\n') ? (
              <Textarea name={key} mono defaultValue={words} rows={5} className="max-h-72" />
            ) : (
              <Input name={key} mono defaultValue={words} autoComplete="off" autoFocus={at === 0} />
            )}
          </Field>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" size="dense" tone="primary">
            Keep
          </Button>
          <Button size="dense" onClick={close}>
            Leave
          </Button>
          <span className="ml-auto flex items-center gap-1.5 text-small text-soft max-md:hidden">
            An empty field is left out. <Kbd keys="⌘" />
            <Kbd keys="Enter" /> keeps
            <Kbd keys="Esc" /> leaves
          </span>
        </div>
      </form>
    </li>
  );
}

/** A value as one line of text; null for what a line of text cannot say, such as hooks. */
function wordsOf(value: YamlValue | undefined): string | null {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value.join(', ') : null;
  return typeof value === 'object' ? null : String(value);
}

const saidOf = (changed: readonly Decision[]) =>
  changed
    .flatMap((decision) => (decision.kind === 'set' ? `${subjectOf(decision.key)} written` : []))
    .join('. ');
