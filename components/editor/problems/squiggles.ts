/** How do problems show in the source? Loaded on demand. */

import { type Diagnostic as Squiggle, setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';

import type { Diagnostic } from '@/lib/agent-file';

import type { Problems } from './problems';

/** Shows the present problems; call it after each check. */
export function showSquiggles(view: EditorView, problems: Problems): void {
  const { text, all } = problems.getList();
  if (text.length !== view.state.doc.length) return;
  view.dispatch(
    setDiagnostics(
      view.state,
      all.map((problem) => squiggleOf(problem, problems, text)),
    ),
  );
}

function squiggleOf(problem: Diagnostic, problems: Problems, text: string): Squiggle {
  const from = Math.min(problem.range.from, text.length);
  return {
    from,
    to: Math.min(Math.max(problem.range.to, from), text.length),
    severity: problem.severity,
    message: problem.message,
    actions: problem.fix ? [{ name: problem.fix.title, apply: () => void problems.mend(problem) }] : [],
  };
}
