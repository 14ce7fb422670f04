'use client';

/** Will it load, what is wrong, what does it weigh, is it saved? One line at the foot of the editor. */

import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { formatCount } from '@/components/ui/numbers';

import { Status } from '@/components/ui/status';
import type { Severity } from '@/lib/agent-file';
import { estimateTokens } from '@/lib/text';
import { clock } from './clock';
import { useEditor, useFilePart, useFront } from './context';
import { countBySeverity, nextProblem } from './problems/problems';
import { saveWords } from './save/save-state';

const KINDS: readonly { severity: Severity; one: string; many: string; tone: string; Icon: typeof Info }[] = [
  { severity: 'error', one: 'error', many: 'errors', tone: 'text-bad', Icon: CircleAlert },
  { severity: 'warning', one: 'warning', many: 'warnings', tone: 'text-attention', Icon: TriangleAlert },
  { severity: 'info', one: 'note', many: 'notes', tone: 'text-soft', Icon: Info },
];

export function StatusLine() {
  return (
    <footer
      aria-label="Status"
      className="flex min-h-7 shrink-0 items-center gap-x-4 overflow-x-auto border-t border-line bg-sunken px-3 text-small whitespace-nowrap max-md:gap-x-3"
    >
      <LoadWords />
      <Problems />
      <Tokens />
      <div className="ml-auto flex">
        <SaveWords />
      </div>
    </footer>
  );
}

function LoadWords() {
  const { reveal } = useEditor();
  const { verdict, text } = useFront();
  if (verdict.loads) {
    return verdict.repaired ? (
      <span
        className="flex"
        title="Its YAML is not valid; Claude Code repairs it line by line and then reads it."
      >
        <Status tone="good">loads, repaired</Status>
      </span>
    ) : (
      <Status tone="good">loads</Status>
    );
  }
  const [reason] = verdict.reasons;
  const offset = reason ? offsetOfLine(text, reason.line) : 0;
  return (
    <button
      type="button"
      title={reason?.message}
      onClick={() => reveal(offset)}
      className="flex max-w-[40vw] rounded-sm text-bad hover:underline"
    >
      <Status tone="bad" className="max-w-full">
        <span className="truncate">does not load{reason && `: ${reason.message}`}</span>
      </Status>
    </button>
  );
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1;
  return offset;
}

function Problems() {
  const { problems, store, reveal } = useEditor();
  const list = useSyncExternalStore(problems.subscribe, problems.getList, problems.getList);
  const counts = countBySeverity(list.all);
  return KINDS.filter(({ severity }) => counts[severity] > 0).map(({ severity, one, many, tone, Icon }) => (
    <button
      key={severity}
      type="button"
      title={`Go to the next ${one}`}
      onClick={() => {
        const { all } = problems.refresh();
        const next = nextProblem(all, severity, store.current.selection.main.from);
        if (next) reveal(next.range.from);
      }}
      className={`flex items-center gap-1 rounded-sm hover:underline ${tone}`}
    >
      <Icon className="size-3.5" aria-hidden="true" />
      {counts[severity]} <span className="max-md:sr-only">{counts[severity] === 1 ? one : many}</span>
    </button>
  ));
}

/** Counted with the problems, after typing has come to rest. */
function Tokens() {
  const { problems, store } = useEditor();
  const list = useSyncExternalStore(problems.subscribe, problems.getList, problems.getList);
  const { effective, body } = store.getFile();
  const description = formatCount(estimateTokens(effective.description ?? ''));
  const text = formatCount(estimateTokens(list.text.slice(body.from)));
  return (
    <span className="text-soft max-md:hidden" title="Estimated tokens">
      description ≈ {description} t · body ≈ {text} t
    </span>
  );
}

function SaveWords() {
  const { session, readOnly } = useEditor();
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const text = useFilePart((file) => file.text);
  if (readOnly) return <Status tone="neutral">read only · v{state.base.number}</Status>;
  const { tone, words } = saveWords(state, text, clock);
  return (
    <span role="status" className="flex" suppressHydrationWarning>
      <Status tone={tone}>{words}</Status>
    </span>
  );
}
