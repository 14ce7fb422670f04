'use client';
/** What do the cards of all questions share? Their head says what is asked and whether it was answered. */

import { Flag } from 'lucide-react';
import type { ReactNode } from 'react';

import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';

import { useBoard } from '../board-context';
import { acceptanceOf, answersTo, type Question } from '../model/questions';

export interface CardProps {
  question: Question;
  first: boolean;
  title: ReactNode;
  /** As it is said aloud. */
  name: string;
  /** Beside the button that accepts. */
  more?: ReactNode;
  children: ReactNode;
}

export function Card({ question, first, title, name, more, children }: CardProps) {
  const { decisions, canEdit, acts } = useBoard();
  const { id, decided } = question;
  const headId = `question-${id}`;
  return (
    <li
      data-row="card"
      data-id={id}
      data-light={`card:${id}`}
      aria-labelledby={headId}
      tabIndex={first ? 0 : -1}
      className="group border-l-2 border-l-transparent px-3 py-3 focus-visible:-outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent data-lit:border-l-accent data-lit:bg-accent-soft"
    >
      <div className="flex items-start gap-2">
        <Flag
          className={`mt-0.75 size-3.5 shrink-0 ${decided ? 'text-soft' : 'text-attention'}`}
          aria-hidden="true"
        />
        <h2 id={headId} className="min-w-0 flex-1 font-semibold">
          {title}
        </h2>
        <State decided={decided} />
      </div>
      <div className="mt-1 pl-5.5">
        {children}
        {canEdit && (
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
            {decided ? (
              <Button
                size="dense"
                tone="quiet"
                className="-ml-2 text-soft"
                onClick={() => acts.withdraw(`${name}: open again`, ...answersTo(question, decisions))}
              >
                Decide anew
              </Button>
            ) : question.kind === 'project' ? null : (
              <Button
                size="dense"
                onClick={() => acts.decide(`${name}: accepted`, ...acceptanceOf(question))}
              >
                Accept
              </Button>
            )}
            {more}
          </div>
        )}
      </div>
    </li>
  );
}

/** What nobody decided is open as long as somebody can; then what was proposed has held. */
function State({ decided }: { decided: boolean }) {
  const { board } = useBoard();
  const isDraft = board.status === 'draft';
  return (
    <Status tone={decided ? 'good' : isDraft ? 'attention' : 'neutral'} className="text-small">
      {decided ? 'decided' : isDraft ? 'open' : 'as proposed'}
    </Status>
  );
}
