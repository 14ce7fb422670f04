'use client';
/** The sources contradict each other: which of them is right? */

import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Status } from '@/components/ui/status';
import type { FieldKey } from '@/lib/agent-file';
import type { ConflictOption } from '@/lib/merge';

import { useBoard } from '../board-context';
import { Letters } from '../letter';
import { subjectOf } from '../model/board-words';
import type { ConflictQuestion } from '../model/questions';
import { Card } from './card';

/** As many as there are keys to choose them. */
const MOST_OPTIONS = 9;

export function ConflictCard({ question, first }: { question: ConflictQuestion; first: boolean }) {
  const { canEdit, acts } = useBoard();
  const { conflict, chosen, own } = question;
  const name = subjectOf(conflict.key);
  const [isOpen, setOpen] = useState(false);
  const isShown = ({ id }: ConflictOption, at: number) => isOpen || at < MOST_OPTIONS || id === chosen;
  const hidden = conflict.options.filter((option, at) => !isShown(option, at)).length;
  const isField = conflict.kind === 'field' || conflict.kind === 'name' || conflict.kind === 'tools';
  return (
    <Card
      question={question}
      first={first}
      name={name}
      title={name}
      more={isField && <OwnValue field={conflict.key as FieldKey} name={name} />}
    >
      <p className="text-soft">{conflict.question}</p>
      <div role="radiogroup" aria-label={conflict.question} className="mt-2 flex flex-col gap-2">
        {conflict.options.map(
          (option, at) =>
            isShown(option, at) && (
              <Option
                key={option.id}
                group={conflict.id}
                option={option}
                number={at + 1}
                checked={option.id === chosen}
                disabled={!canEdit}
                onChoose={() =>
                  acts.decide(`${name}: ${option.value ?? 'not set'} chosen`, {
                    kind: 'choose',
                    conflict: conflict.id,
                    option: option.id,
                  })
                }
              />
            ),
        )}
      </div>
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="mt-2 ml-6 rounded-sm text-small text-accent hover:underline"
        >
          Show {hidden} more
        </button>
      )}
      {own && (
        <p className="mt-2">
          <span className="text-soft">Written here: </span>
          <span className="font-mono text-code wrap-anywhere">{own.value ?? 'nothing'}</span>
        </p>
      )}
    </Card>
  );
}

interface OptionProps {
  group: string;
  option: ConflictOption;
  number: number;
  checked: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function Option({ group, option, number, checked, disabled, onChoose }: OptionProps) {
  const { sources } = useBoard();
  const letters = option.sources.flatMap((id) => sources.get(id)?.letter ?? []).sort();
  const isLong = (option.value?.length ?? 0) > 48;
  return (
    <label className={classNames('flex gap-2', disabled ? 'cursor-default' : 'cursor-pointer')}>
      <span className="flex h-5 items-center">
        <input
          type="radio"
          name={`option-${group}`}
          disabled={disabled}
          checked={checked}
          onChange={onChoose}
          className="size-4 appearance-none rounded-full border border-control bg-surface checked:border-5 checked:border-accent disabled:border-line disabled:checked:border-control"
        />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span
            className={classNames(
              'wrap-anywhere',
              isLong ? 'whitespace-pre-wrap' : 'font-mono text-code',
              option.value === null && 'font-sans! text-ui! text-soft italic',
            )}
          >
            {option.value ?? 'not set'}
          </span>
          <Letters letters={letters} most={6} />
          {option.widens && (
            <Status tone="attention" className="text-small">
              grants more
            </Status>
          )}
        </span>
        {saysMore(option) && <span className="block text-small text-soft">{option.meaning}</span>}
      </span>
      {!disabled && number <= 9 && (
        <span aria-hidden="true" className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
          <Kbd keys={String(number)} />
        </span>
      )}
    </label>
  );
}

/** A meaning that only repeats the value is not worth a line. */
const saysMore = ({ value, meaning }: ConflictOption) =>
  meaning !== '' && !(value !== null && meaning.endsWith(`: ${value}.`));

function OwnValue({ field, name }: { field: FieldKey; name: string }) {
  const { acts } = useBoard();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="rounded-sm text-small text-accent hover:underline"
      >
        Another value…
      </button>
    );
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget).get('value') ?? '').trim();
    setOpen(false);
    acts.decide(`${name}: ${value || 'taken out'}`, { kind: 'set', key: field, value: value || null });
  }
  return (
    <form onSubmit={submit} className="flex min-w-40 flex-1 gap-1.5">
      <Input
        name="value"
        dense
        mono
        autoFocus
        autoComplete="off"
        aria-label={`Another value for ${name}; empty takes it out`}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      />
      <Button type="submit" size="dense">
        Set
      </Button>
    </form>
  );
}
