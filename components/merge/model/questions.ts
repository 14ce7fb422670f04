/** What is there to decide on the board, and how much of it is decided? Pure. */

import type { Conflict, ConflictOption, Decision, LedgerEntry, Proposal } from '@/lib/merge';

export interface ConflictQuestion {
  kind: 'conflict';
  id: string;
  conflict: Conflict;
  /** The option that holds, as decided on this page; null where a value of one's own was written. */
  chosen: string | null;
  /** The value of one's own, if one was written. */
  own: { value: string | null } | null;
  decided: boolean;
}

/** Neighbouring instructions that belong to one project. */
export interface ProjectQuestion {
  kind: 'project';
  id: string;
  source: string;
  entries: LedgerEntry[];
  reason: string;
  /** What a person said of all of them; `mixed` when they were told apart. */
  answer: 'release' | 'quarantine' | 'mixed' | null;
  decided: boolean;
}

export type Question = ConflictQuestion | ProjectQuestion;

/** All questions: the conflicts as the proposal has them, then what belongs to one project, source by source. */
export function listQuestions(proposal: Proposal, decisions: readonly Decision[]): Question[] {
  return [
    ...proposal.conflicts.map((conflict) => conflictQuestion(conflict, decisions)),
    ...projectQuestions(proposal, decisions),
  ];
}

function conflictQuestion(conflict: Conflict, decisions: readonly Decision[]): ConflictQuestion {
  const choice = decisions.findLast(
    (decision) => decision.kind === 'choose' && decision.conflict === conflict.id,
  );
  const own = decisions.findLast((decision) => decision.kind === 'set' && decision.key === conflict.key);
  const isOwn = own?.kind === 'set' && !choice;
  return {
    kind: 'conflict',
    id: conflict.id,
    conflict,
    chosen: isOwn ? null : choice?.kind === 'choose' ? choice.option : conflict.chosen,
    own: isOwn ? { value: own.value } : null,
    decided: Boolean(choice || isOwn),
  };
}

type Answer = 'release' | 'quarantine' | 'drop';

function projectQuestions(proposal: Proposal, decisions: readonly Decision[]): ProjectQuestion[] {
  const answers = new Map<string, Answer>();
  for (const decision of decisions) {
    if (decision.kind === 'release' || decision.kind === 'quarantine' || decision.kind === 'drop')
      answers.set(decision.unit, decision.kind);
  }
  const reasons = new Map(proposal.quarantined.map(({ unit, reason }) => [unit, reason]));
  const asks = (entry: LedgerEntry) =>
    entry.fate === 'quarantined' ||
    reasons.has(entry.unit) ||
    ['release', 'quarantine'].includes(answers.get(entry.unit) ?? '');
  return runs(proposal.ledger, asks).map((entries) => {
    const first = entries[0] as LedgerEntry;
    const given = new Set(entries.map(({ unit }) => answers.get(unit) ?? null));
    const decided = !given.has(null);
    const only = given.size === 1 ? [...given][0] : undefined;
    const answer = only === 'drop' ? 'quarantine' : (only ?? (decided ? 'mixed' : null));
    return {
      kind: 'project',
      id: `project:${first.unit}`,
      source: first.source,
      entries,
      reason: reasons.get(first.unit) ?? first.reason,
      answer,
      decided,
    };
  });
}

/** Runs of neighbours of one source of which something is true. */
function runs(ledger: readonly LedgerEntry[], holds: (entry: LedgerEntry) => boolean): LedgerEntry[][] {
  const found: LedgerEntry[][] = [];
  let open: LedgerEntry[] | null = null;
  for (const entry of ledger) {
    if (!holds(entry)) {
      open = null;
      continue;
    }
    if (open?.[0]?.source === entry.source) open.push(entry);
    else {
      open = [entry];
      found.push(open);
    }
  }
  return found;
}

/** How far is it? `3 of 4 decided`. */
export function progressOf(questions: readonly Question[]): { decided: number; total: number } {
  return { decided: questions.filter(({ decided }) => decided).length, total: questions.length };
}

/** The question after (or before) one, round the end; the first that is open when none is given. */
export function stepQuestion(
  questions: readonly Question[],
  from: string | null,
  by: 1 | -1,
): Question | null {
  const at = questions.findIndex(({ id }) => id === from);
  if (at < 0) return questions.find(({ decided }) => !decided) ?? questions[0] ?? null;
  return questions[(at + by + questions.length) % questions.length] ?? null;
}

/** The next open question after one, round the end; null when all are decided. */
export function nextOpen(questions: readonly Question[], from: string): Question | null {
  const at = questions.findIndex(({ id }) => id === from);
  const order = [...questions.slice(at + 1), ...questions.slice(0, at + 1)];
  return order.find(({ decided, id }) => !decided && id !== from) ?? null;
}

/** What pressing 1, 2, 3 … on a question decides; empty when there is no such choice. */
export function choiceAt(question: Question, number: number): Decision[] {
  if (question.kind === 'conflict') {
    const option = question.conflict.options[number - 1];
    return option ? [choose(question.conflict, option)] : [];
  }
  if (number !== 1 && number !== 2) return [];
  const kind = number === 1 ? 'quarantine' : 'release';
  return question.entries.map(({ unit }) => ({ kind, unit }));
}

/** What accepting the proposal decides: the option that stands, or to leave out. */
export function acceptanceOf(question: Question): Decision[] {
  if (question.decided) return [];
  if (question.kind === 'project') return choiceAt(question, 1);
  const option = question.conflict.options.find(({ id }) => id === question.chosen);
  return option ? [choose(question.conflict, option)] : [];
}

/** The decisions by which a question was answered, to take them back. */
export function answersTo(question: Question, decisions: readonly Decision[]): Decision[] {
  if (question.kind === 'conflict') {
    const { id, key } = question.conflict;
    return decisions.filter(
      (decision) =>
        (decision.kind === 'choose' && decision.conflict === id) ||
        (decision.kind === 'set' && decision.key === key),
    );
  }
  const units = new Set(question.entries.map(({ unit }) => unit));
  return decisions.filter(
    (decision) =>
      (decision.kind === 'release' || decision.kind === 'quarantine' || decision.kind === 'drop') &&
      units.has(decision.unit),
  );
}

function choose(conflict: Conflict, option: ConflictOption): Decision {
  return { kind: 'choose', conflict: conflict.id, option: option.id };
}
