'use client';
/** Where does a field's help, its rule and its problems stand? The same for every field. */

import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/status';
import { type Diagnostic, fieldRule, type Refusal, type Severity } from '@/lib/agent-file';

import { useEditor } from '../context';
import { useInField } from '../live/in-field';

export interface FieldRowProps {
  fieldKey: string;
  /** Replaces the table's words. */
  label?: ReactNode;
  help?: ReactNode;
  as?: 'control' | 'group';
  aside?: ReactNode;
  hideLabel?: boolean;
  refusal?: Refusal | null;
  children: ReactNode;
}

export function FieldRow({ fieldKey, label, help, as, aside, hideLabel, refusal, children }: FieldRowProps) {
  const rule = fieldRule(fieldKey);
  const problems = useProblemsOf(fieldKey);
  const others = useInField(fieldKey);
  const has = (severity: Severity) => problems.some((problem) => problem.severity === severity);
  const tone = refusal || has('error') ? 'bad' : has('warning') ? 'attention' : 'neutral';
  return (
    <div data-field={fieldKey} className="contents" style={others?.style}>
      <Field
        className={others?.className}
        label={label ?? rule?.label ?? fieldKey}
        help={help ?? (rule && `${rule.help} ${rule.rule}`)}
        as={as}
        aside={asideWith(aside, others?.names)}
        hideLabel={hideLabel}
        problemTone={tone}
        problem={
          refusal || problems.length > 0 ? (
            <ProblemLines refusal={refusal ?? null} problems={problems} />
          ) : undefined
        }
      >
        {children}
      </Field>
    </div>
  );
}

function asideWith(aside: ReactNode, names: ReactNode): ReactNode {
  if (!names) return aside;
  return (
    <span className="flex items-baseline gap-2">
      {names}
      {aside}
    </span>
  );
}

/** The problems of one field as last checked. */
export function useProblemsOf(fieldKey: string): readonly Diagnostic[] {
  const { problems } = useEditor();
  const list = useSyncExternalStore(problems.subscribe, problems.getList, problems.getList);
  return list.all.filter((problem) => problem.field === fieldKey);
}

function ProblemLines({ refusal, problems }: { refusal: Refusal | null; problems: readonly Diagnostic[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {refusal && <li role="alert">Not written to the file. {refusal.message}</li>}
      {problems.map((problem) => (
        <ProblemLine key={`${problem.code}-${problem.range.from}`} problem={problem} />
      ))}
    </ul>
  );
}

/** A problem in words, with its fix one click away. */
export function ProblemLine({ problem }: { problem: Diagnostic }) {
  const { problems, readOnly, reveal } = useEditor();
  return (
    <li className="flex flex-wrap items-start gap-x-2 gap-y-1">
      <span className="min-w-40 flex-1 text-ink">
        {problem.field === undefined && (
          <button
            type="button"
            onClick={() => reveal(problem.range.from)}
            className="mr-1 rounded-sm underline underline-offset-2 hover:text-accent"
          >
            Line {problem.line}
          </button>
        )}
        {problem.message}
      </span>
      {problem.fix && !readOnly && (
        <Button size="dense" onClick={() => problems.mend(problem)} className="h-6! text-small!">
          {problem.fix.title}
        </Button>
      )}
    </li>
  );
}

/** The problems that concern no one field: at the head of the form, where nobody overlooks them. */
export function FileProblems() {
  const { problems } = useEditor();
  const list = useSyncExternalStore(problems.subscribe, problems.getList, problems.getList);
  const found = list.all.filter((problem) => problem.field === undefined);
  if (found.length === 0) return null;
  const tone = found.some((problem) => problem.severity === 'error')
    ? 'bad'
    : found.some((problem) => problem.severity === 'warning')
      ? 'attention'
      : 'neutral';
  return (
    <div className="px-4 pt-4">
      <Notice tone={tone}>
        <ul className="flex flex-col gap-2">
          {found.map((problem) => (
            <ProblemLine key={`${problem.code}-${problem.range.from}`} problem={problem} />
          ))}
        </ul>
      </Notice>
    </div>
  );
}
