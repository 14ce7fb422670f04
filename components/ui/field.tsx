'use client';
/** What is asked, what is the rule, and what is wrong with the answer? Label, help and problem, wired to one control. */

import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';

import { classNames } from './class-names';

export interface FieldWiring {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

const FieldContext = createContext<FieldWiring>({});

/** The id and aria attributes that the control of the enclosing Field carries. */
export function useFieldWiring(): FieldWiring {
  return useContext(FieldContext);
}

/** `neutral` is a remark that asks for nothing. */
export type ProblemTone = 'bad' | 'attention' | 'neutral';

const PROBLEM_TONES = {
  bad: { Icon: CircleAlert, text: 'text-bad' },
  attention: { Icon: TriangleAlert, text: 'text-attention' },
  neutral: { Icon: Info, text: 'text-soft' },
};

export interface FieldProps {
  label: ReactNode;
  /** One line: what it is for, and its rule. */
  help?: ReactNode;
  /** What is wrong and what to do. Any node: several problems, each with its button, fit as well. */
  problem?: ReactNode;
  /** An amber problem does not make the answer invalid. */
  problemTone?: ProblemTone;
  /** Stands at the end of the label's line: a counter, a link. */
  aside?: ReactNode;
  hideLabel?: boolean;
  /** `group`: the children are several controls (radios, check boxes), named by a legend. */
  as?: 'control' | 'group';
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Field(props: FieldProps) {
  const {
    label,
    help,
    problem,
    problemTone = 'bad',
    aside,
    hideLabel,
    as = 'control',
    className,
    children,
  } = props;
  const made = useId();
  const id = props.id ?? made;
  const describedBy =
    [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const wiring: FieldWiring = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': problem && problemTone === 'bad' ? true : undefined,
  };
  const group = as === 'group';
  const Label = group ? 'span' : 'label';
  return (
    <div
      role={group ? 'group' : undefined}
      aria-labelledby={group ? `${id}-label` : undefined}
      aria-describedby={group ? describedBy : undefined}
      className={classNames('flex min-w-0 flex-col gap-1', className)}
    >
      <div className={classNames('flex items-baseline justify-between gap-2', hideLabel && 'sr-only')}>
        <Label id={`${id}-label`} htmlFor={group ? undefined : id} className="text-ui font-medium">
          {label}
        </Label>
        {aside && <span className="text-small text-soft">{aside}</span>}
      </div>
      <FieldContext value={group ? {} : wiring}>{children}</FieldContext>
      {help && (
        <p id={`${id}-help`} className="text-small text-soft">
          {help}
        </p>
      )}
      {problem && <Problem id={`${id}-problem`} tone={problemTone} text={problem} />}
    </div>
  );
}

function Problem({ id, tone, text }: { id: string; tone: ProblemTone; text: ReactNode }) {
  const { Icon, text: color } = PROBLEM_TONES[tone];
  return (
    <div id={id} className={classNames('flex gap-1.5 text-small', color)}>
      <Icon className="mt-px size-3.5 shrink-0" aria-hidden="true" />
      <div className="min-w-0 flex-1">{text}</div>
    </div>
  );
}
