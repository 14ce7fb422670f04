'use client';
/** These instructions seem to belong to one project: do they go into the result all the same? */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { LedgerEntry } from '@/lib/merge';

import { useBoard } from '../board-context';
import { Letter } from '../letter';
import { choiceAt, type ProjectQuestion } from '../model/questions';
import { Card } from './card';

const FEW = 3;

export function ProjectCard({ question, first }: { question: ProjectQuestion; first: boolean }) {
  const { sources, board, canEdit, decisions } = useBoard();
  const [isOpen, setOpen] = useState(false);
  const { entries, answer } = question;
  const letter = sources.get(question.source)?.letter ?? '';
  const text = board.sources.find(({ agentId }) => agentId === question.source)?.text ?? '';
  const lines = linesOf(text, entries[0]?.range.from ?? 0, entries.at(-1)?.range.to ?? 0);
  const shown = isOpen ? entries : entries.slice(0, FEW);
  const released = new Set(
    decisions.flatMap((decision) => (decision.kind === 'release' ? [decision.unit] : [])),
  );
  return (
    <Card
      question={question}
      first={first}
      name={`Lines ${lines} of ${letter}`}
      title={
        <>
          Belongs to one project{' '}
          <span className="ml-1 inline-flex items-center gap-1 align-middle font-normal text-soft">
            <Letter letter={letter} /> {lines}
          </span>
        </>
      }
    >
      <p className="text-soft">
        {question.reason} {!question.decided && canEdit && 'Left out unless you release it.'}
      </p>
      <ul className="mt-2 flex flex-col gap-1 border-l border-line pl-2">
        {shown.map((entry) => (
          <Instruction
            key={entry.unit}
            entry={entry}
            isReleased={released.has(entry.unit)}
            isAlone={entries.length === 1}
          />
        ))}
        {entries.length > FEW && (
          <li>
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
              className="rounded-sm text-small text-accent hover:underline"
            >
              {isOpen ? 'Show fewer' : `Show all ${entries.length}`}
            </button>
          </li>
        )}
      </ul>
      <div role="group" aria-label="Leave out or release" className="mt-2 flex flex-wrap gap-1.5">
        <Choice question={question} number={1} pressed={answer === 'quarantine'} said="Left out">
          Leave out
        </Choice>
        <Choice question={question} number={2} pressed={answer === 'release'} said="Released into the result">
          Release into the result
        </Choice>
      </div>
    </Card>
  );
}

interface InstructionProps {
  entry: LedgerEntry;
  isReleased: boolean;
  /** Then the buttons of the card decide on it. */
  isAlone: boolean;
}

function Instruction({ entry, isReleased, isAlone }: InstructionProps) {
  const { canEdit, acts } = useBoard();
  const { unit, text } = entry;
  return (
    <li className="flex items-start gap-2">
      <button
        type="button"
        onClick={() => acts.reveal('unit', unit)}
        title="Show it in its source"
        className="line-clamp-2 min-w-0 flex-1 rounded-sm text-left wrap-anywhere hover:underline"
      >
        {text}
      </button>
      {canEdit && !isAlone && (
        <button
          type="button"
          onClick={() =>
            acts.decide(isReleased ? 'Left out' : 'Released', {
              kind: isReleased ? 'quarantine' : 'release',
              unit,
            })
          }
          className="shrink-0 rounded-sm text-small text-accent hover:underline"
        >
          {isReleased ? 'Leave out' : 'Release'}
        </button>
      )}
    </li>
  );
}

interface ChoiceProps {
  question: ProjectQuestion;
  number: number;
  pressed: boolean;
  said: string;
  children: string;
}

function Choice({ question, number, pressed, said, children }: ChoiceProps) {
  const { canEdit, acts } = useBoard();
  return (
    <Button
      size="dense"
      aria-pressed={pressed}
      disabled={!canEdit}
      onClick={() => acts.decide(said, ...choiceAt(question, number))}
      className="aria-pressed:border-accent aria-pressed:bg-accent-soft disabled:aria-pressed:border-control"
    >
      {children}
      {canEdit && (
        <span aria-hidden="true" className="max-md:hidden">
          <Kbd keys={String(number)} />
        </span>
      )}
    </Button>
  );
}

/** The lines of a range, counted from 1: "line 7", "lines 58–64". */
function linesOf(text: string, start: number, end: number): string {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const [from, to] = [lineAt(start), lineAt(Math.max(start, end - 1))];
  return from === to ? `line ${from}` : `lines ${from}–${to}`;
}
