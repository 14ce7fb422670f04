'use client';
/** What does somebody want to say? Words, with names that are completed after an @. */

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

import { Avatar } from '@/components/people/avatar';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';

import { closedUp, mentionAt, namedIn, suggest, withMention } from './comment-pieces';
import { useKeptWords } from './kept-words';

/** As the contract has it; its schemas stay on the server. */
const MAX_COMMENT = 4_000;

export interface Person {
  userId: string;
  name: string;
}

export interface CommentFormProps {
  /** Under which what was typed is found again. */
  keep: string;
  initial?: string;
  label: string;
  /** The verb on the button. */
  verb: string;
  people: readonly Person[];
  /** Resolves to what is wrong, or null. */
  onSend: (body: string, mentions: string[]) => Promise<string | null>;
  onCancel?: () => void;
  autoFocus?: boolean;
}

export function CommentForm(props: CommentFormProps) {
  const { keep, initial, label, verb, people, onSend, onCancel } = props;
  const [words, setWords] = useKeptWords(keep, initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions(words, setWords, people, area);
  const problemId = useId();

  useEffect(() => {
    if (props.autoFocus) area.current?.focus();
  }, [props.autoFocus]);

  async function send(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    if (words.trim() === '') return setProblem('Write something first.');
    setBusy(true);
    const refusal = await onSend(words, namedIn(words, people));
    setBusy(false);
    setProblem(refusal);
    if (refusal === null) setWords(initial ?? '');
  }

  function press(event: KeyboardEvent) {
    if (mentions.press(event)) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  }

  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-2">
      <div className="relative">
        <Textarea
          ref={area}
          aria-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? problemId : undefined}
          maxLength={MAX_COMMENT}
          rows={2}
          placeholder="@ names somebody"
          value={words}
          onChange={({ target }) => {
            setProblem(null);
            mentions.follow(target);
          }}
          onKeyDown={press}
          onBlur={mentions.close}
          {...mentions.wiring}
        />
        {mentions.list}
      </div>
      {problem && (
        <p id={problemId} role="alert" className="text-bad">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="dense" tone="primary" busy={busy}>
          {verb}
        </Button>
        {onCancel && (
          <Button size="dense" tone="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
        {words.length > MAX_COMMENT - 400 && (
          <span className="ml-auto text-small text-soft tabular-nums">
            {MAX_COMMENT - words.length} characters left
          </span>
        )}
      </div>
    </form>
  );
}

/** The list of names under the field while an @ is being written. */
function useMentions(
  words: string,
  setWords: (words: string) => void,
  people: readonly Person[],
  area: React.RefObject<HTMLTextAreaElement | null>,
) {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  // Behind the name that was put in last, as long as nothing was typed since.
  const behind = useRef<number | null>(null);
  const open = caret === null ? null : mentionAt(words, caret);
  const found = open ? suggest(people, open.query) : [];
  const shown = open !== null && found.length > 0;
  const chosen = found[Math.min(at, found.length - 1)];

  function close() {
    setCaret(null);
    setAt(0);
  }

  function take({ name }: Person) {
    if (!open) return;
    const { text, after } = withMention(words, { from: open.from, caret: caret ?? 0, name });
    setWords(text);
    behind.current = after;
    close();
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(after, after);
    });
  }

  /** True when the key was for the list. */
  function press(event: KeyboardEvent): boolean {
    if (!shown || !chosen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((now) => (now + step + found.length) % found.length);
    else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const list = shown && (
    <div
      id={listId}
      role="listbox"
      aria-label="People"
      className="floating absolute inset-x-0 top-full z-30 mt-1 p-1"
    >
      {found.map((person) => (
        <div
          key={person.userId}
          id={`${listId}-${person.userId}`}
          role="option"
          tabIndex={-1}
          aria-selected={person === chosen}
          // The field keeps the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            take(person);
          }}
          className="flex cursor-default items-center gap-2 rounded-md px-2 py-1 aria-selected:bg-hover"
        >
          <Avatar id={person.userId} name={person.name} decorative />
          {person.name}
        </div>
      ))}
    </div>
  );
  const wiring = {
    'aria-autocomplete': 'list' as const,
    'aria-controls': shown ? listId : undefined,
    'aria-activedescendant': shown && chosen ? `${listId}-${chosen.userId}` : undefined,
  };
  const follow = (field: HTMLTextAreaElement) => {
    const typed = field.value;
    const { selectionStart } = field;
    const isNext = behind.current !== null && selectionStart === behind.current + 1;
    const text = isNext && typed.length === words.length + 1 ? closedUp(typed, selectionStart - 1) : typed;
    const place = selectionStart - (typed.length - text.length);
    behind.current = null;
    if (text !== typed) {
      // At once: what is typed next goes where the field has its caret.
      field.value = text;
      field.setSelectionRange(place, place);
    }
    setWords(text);
    setCaret(place);
    setAt(0);
  };
  return { list, wiring, press, follow, close };
}
