/** What is wrong with the text, shortly after each change, and how is it mended? */

import type { AgentFile, Diagnostic } from '@/lib/agent-file';

import type { TextStore } from '../text/text-store';

export interface ProblemList {
  /** The text that was checked: offsets refer to it. */
  text: string;
  all: readonly Diagnostic[];
}

export type Check = (file: AgentFile) => Diagnostic[];

/** Checks after this much rest, in milliseconds, so that typing never waits for a rule. */
const REST = 90;

/** Keeps the problems of a store's text. */
export class Problems {
  private list: ProblemList;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: TextStore,
    private readonly check: Check,
  ) {
    const file = store.getFile();
    this.list = { text: file.text, all: check(file) };
  }

  getList = (): ProblemList => this.list;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Starts to follow the text; returns what ends it. */
  follow(): () => void {
    const stop = this.store.subscribe(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(this.refresh, REST);
    });
    return () => {
      stop();
      clearTimeout(this.timer);
    };
  }

  /** Checks now if the text is no longer the checked one. */
  refresh = (): ProblemList => {
    clearTimeout(this.timer);
    const file = this.store.getFile();
    if (file.text !== this.list.text) {
      this.list = { text: file.text, all: this.check(file) };
      for (const listener of this.listeners) listener();
    }
    return this.list;
  };

  /** Mends a problem by its fix, also when the text has moved since it was found. Says whether it could. */
  mend(problem: Diagnostic): boolean {
    const present =
      this.list.text === this.store.getFile().text && this.list.all.includes(problem)
        ? problem
        : this.refresh().all.find((other) => other.code === problem.code && other.field === problem.field);
    if (!present?.fix) return false;
    this.store.replace(present.fix.replacements, 'input.fix');
    this.refresh();
    return true;
  }
}

/** How many problems of each severity there are. */
export function countBySeverity(all: readonly Diagnostic[]): {
  error: number;
  warning: number;
  info: number;
} {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const problem of all) counts[problem.severity]++;
  return counts;
}

/** The problem after or before one, in the order of the text and going round; the first or the last when there was none. */
export function stepProblem(
  all: readonly Diagnostic[],
  last: Diagnostic | null,
  step: 1 | -1,
): { problem: Diagnostic; number: number } | null {
  const sorted = [...all].sort((a, b) => a.range.from - b.range.from);
  const found = last
    ? sorted.findIndex(({ code, range }) => code === last.code && range.from === last.range.from)
    : -1;
  // One that was mended is gone: what is next lies where it was.
  const gone = last ? sorted.filter(({ range }) => range.from < last.range.from).length : 0;
  const from = found >= 0 ? found + step : step > 0 ? gone : gone - 1;
  const at = last ? (from + sorted.length) % sorted.length : step > 0 ? 0 : sorted.length - 1;
  const problem = sorted[at];
  return problem ? { problem, number: at + 1 } : null;
}

/** The next problem of a severity after an offset, going round at the end. */
export function nextProblem(
  all: readonly Diagnostic[],
  severity: Diagnostic['severity'],
  offset: number,
): Diagnostic | null {
  const some = all.filter((problem) => problem.severity === severity);
  return some.find((problem) => problem.range.from > offset) ?? some[0] ?? null;
}
