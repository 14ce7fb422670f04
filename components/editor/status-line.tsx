'use client';

/** Will it load, what is wrong, what does it weigh, is it saved? One line at the foot of the editor. */

import { ChevronDown, ChevronUp, CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Hint } from '@/components/hints/hint';
import { useHint } from '@/components/hints/use-hint';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { IconButton } from '@/components/ui/icon-button';
import { formatCount } from '@/components/ui/numbers';
import { Status } from '@/components/ui/status';
import type { Severity } from '@/lib/agent-file';
import { EDITOR_KEYS } from '@/lib/client/shortcuts/editor';
import { keysInWords, shortcut } from '@/lib/client/shortcuts/shortcut';
import { estimateTokens } from '@/lib/text';
import { clock } from './clock';
import { useEditor, useFilePart, useFront } from './context';
import { countBySeverity, nextProblem } from './problems/problems';
import { useProblemWalk } from './problems/use-problem-walk';
import { saveWords } from './save/save-state';
import { useOnline } from './save/use-online';

const KINDS: readonly { severity: Severity; one: string; many: string; tone: string; Icon: typeof Info }[] = [
  { severity: 'error', one: 'error', many: 'errors', tone: 'text-bad', Icon: CircleAlert },
  { severity: 'warning', one: 'warning', many: 'warnings', tone: 'text-attention', Icon: TriangleAlert },
  { severity: 'info', one: 'note', many: 'notes', tone: 'text-soft', Icon: Info },
];

export function StatusLine() {
  return (
    <>
      <ProblemHint />
      <footer
        aria-label="Status"
        className="flex min-h-7 shrink-0 items-center gap-x-4 overflow-x-auto border-t border-line bg-sunken px-3 text-small whitespace-nowrap max-md:flex-wrap max-md:gap-x-3 max-md:py-1"
      >
        <LoadWords />
        <Problems />
        <Walk />
        <Tokens />
        <div className="ml-auto flex">
          <SaveWords />
        </div>
      </footer>
    </>
  );
}

/** Only where there is something to mend. */
function ProblemHint() {
  const { problems, readOnly } = useEditor();
  const list = useSyncExternalStore(problems.subscribe, problems.getList, problems.getList);
  if (readOnly || !list.all.some(({ severity }) => severity !== 'info')) return null;
  return (
    <Hint id="problems" className="shrink-0 border-t border-line px-3 py-1.5 max-md:hidden">
      F8 goes to the next problem. Where a problem has a button, one press mends it, and undo takes it back.
    </Hint>
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

/** From problem to problem, by buttons and by keys. */
function Walk() {
  const { problems } = useEditor();
  const list = useSyncExternalStore(problems.subscribe, problems.getList, problems.getList);
  const { go, said } = useProblemWalk();
  const hint = useHint('problems');
  function step(by: 1 | -1) {
    hint.done();
    go(by);
  }
  useShortcuts(EDITOR_KEYS, { 'next-problem': () => step(1), 'previous-problem': () => step(-1) });
  return (
    <>
      {list.all.length > 0 && (
        <span className="flex gap-0.5 max-md:hidden">
          {STEPS.map(({ by, id, Icon }) => {
            const { words, keys } = shortcut(EDITOR_KEYS, id);
            return (
              <IconButton
                key={id}
                size="dense"
                side="top"
                label={words}
                shortcut={keysInWords({ keys })[0]}
                icon={<Icon className="size-3.5" aria-hidden="true" />}
                onClick={() => step(by)}
                className="size-6!"
              />
            );
          })}
        </span>
      )}
      <span role="status" className="text-soft empty:hidden max-md:sr-only">
        {said?.place}
        {said?.message && <span className="sr-only">: {said.message}</span>}
      </span>
    </>
  );
}

const STEPS = [
  { by: -1, id: 'previous-problem', Icon: ChevronUp },
  { by: 1, id: 'next-problem', Icon: ChevronDown },
] as const;

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
  const { session, live, kept, readOnly } = useEditor();
  const { phase, refusal, lost } = useSyncExternalStore(live.subscribe, live.getState, live.getState);
  const isOnline = useOnline();
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const text = useFilePart((file) => file.text);
  const isOwn = text !== state.baseText && !live.isStored;
  if (readOnly && !isOwn) return <Status tone="neutral">read only · v{state.base.number}</Status>;
  const shared = lost ? 'refused' : phase;
  const { tone, words } = saveWords(state, text, clock, { kept, isOnline, shared, refusal });
  return (
    <span role="status" className="flex" suppressHydrationWarning>
      <Status tone={tone}>{words}</Status>
    </span>
  );
}
