'use client';
/** What is for a person to say? Questions, the ledger, and what was decided. */

import { useState } from 'react';

import { EmptyState } from '@/components/ui/empty-state';
import { TabList, TabPanel, Tabs } from '@/components/ui/tabs';

import { useBoard } from '../board-context';
import { progressOf } from '../model/questions';
import { ConflictCard } from './conflict-card';
import { DecisionsPanel } from './decisions-panel';
import { LedgerPanel } from './ledger-panel';
import { ProjectCard } from './project-card';

type View = 'questions' | 'ledger' | 'decisions';

export function DecideColumn() {
  const { questions, decisions, board, wanted } = useBoard();
  const [chosen, setChosen] = useState<View>('questions');
  const view = wanted?.kind === 'card' ? 'questions' : chosen;
  if (view !== chosen) setChosen(view);
  const { decided, total } = progressOf(questions);
  return (
    <section aria-label="Decide" className="flex min-h-0 flex-1 flex-col">
      <Tabs value={view} onValueChange={setChosen} className="min-h-0 flex-1">
        <TabList
          label="What to look at"
          tabs={[
            { value: 'questions', label: <Counted word="Decide" count={`${decided}/${total}`} /> },
            { value: 'ledger', label: 'Ledger' },
            { value: 'decisions', label: <Counted word="Decisions" count={String(decisions.length)} /> },
          ]}
        />
        <TabPanel value="questions" className="flex flex-col overflow-y-auto">
          <Questions />
        </TabPanel>
        <TabPanel value="ledger" className="flex flex-col">
          <LedgerPanel key={board.mergeId} />
        </TabPanel>
        <TabPanel value="decisions" className="overflow-y-auto">
          <DecisionsPanel />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function Counted({ word, count }: { word: string; count: string }) {
  return (
    <>
      {word} <span className="text-small text-soft">{count}</span>
    </>
  );
}

function Questions() {
  const { questions } = useBoard();
  if (questions.length === 0) {
    return (
      <EmptyState title="Nothing to decide">
        The sources contradict each other nowhere, and nothing in them belongs to one project only.
      </EmptyState>
    );
  }
  return (
    <ul data-rows aria-label="Questions" className="divide-y divide-line">
      {questions.map((question, at) =>
        question.kind === 'conflict' ? (
          <ConflictCard key={question.id} question={question} first={at === 0} />
        ) : (
          <ProjectCard key={question.id} question={question} first={at === 0} />
        ),
      )}
    </ul>
  );
}
