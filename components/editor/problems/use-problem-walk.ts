'use client';
/** How does one go from problem to problem? The focus goes to the field, or to the place in the source. */

import { useRef, useState } from 'react';

import type { Diagnostic } from '@/lib/agent-file';

import { useEditor } from '../context';
import { stepProblem } from './problems';

export interface Said {
  /** Such as `2 of 5`. */
  place: string;
  message: string;
}

export interface ProblemWalk {
  go: (step: 1 | -1) => void;
  /** Where one is; null before the first step. */
  said: Said | null;
}

export function useProblemWalk(): ProblemWalk {
  const { problems, reveal, revealField } = useEditor();
  const last = useRef<Diagnostic | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  function go(step: 1 | -1) {
    const { all } = problems.refresh();
    const next = stepProblem(all, last.current, step);
    last.current = next?.problem ?? null;
    if (!next) return setSaid({ place: 'No problems', message: '' });
    const { problem, number } = next;
    setSaid({ place: `${number} of ${all.length}`, message: problem.message });
    if (problem.field === undefined || !revealField(problem.field)) reveal(problem.range.from);
  }
  return { go, said };
}
