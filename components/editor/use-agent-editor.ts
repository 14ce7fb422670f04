'use client';
/** What does one open editor consist of, and what happens to it as a whole? */

import { EditorView } from '@codemirror/view';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { useReadOnlyPage } from '@/components/shortcuts/read-only-page';
import { showToast } from '@/components/ui/toaster';
import { checkAgentFile } from '@/lib/checks';
import type { Action, AgentDocument, SaveAgentInput, SaveAgentResult } from '@/lib/contract';

import type { Editor } from './context';
import { Live } from './live/live';
import { useLive } from './live/use-live';
import { Problems } from './problems/problems';
import { resumeSaving } from './save/resume';
import { SaveSession } from './save/save-session';
import { openFind } from './source/source-pane';
import { bodyOnlyField, showBodyOnly } from './text/body-only';
import { pageNonce } from './text/page-nonce';
import { setReadOnly, sourceExtensions } from './text/source-extensions';
import { TextStore } from './text/text-store';
import { useDrafts } from './use-drafts';

export type Pane = 'form' | 'source' | 'preview';

export interface AgentEditorOptions {
  document: AgentDocument;
  nonce: string | undefined;
  keysId: string;
  saveAgent: Action<SaveAgentInput, SaveAgentResult>;
}

/** Makes the parts of an editor once, and connects them to the page. */
export function useAgentEditor(given: AgentEditorOptions) {
  const nonce = pageNonce(given.nonce);
  const options = { ...given, nonce };
  const [pane, setPane] = useState<Pane>('form');
  const userId = useShell().user?.id ?? null;
  const [{ store, problems, session, live }] = useState(() => makeParts(options, userId));
  const { canEdit } = options.document;
  const readOnly = useSyncExternalStore(
    live.subscribe,
    () => !canEdit || live.getState().lost !== null,
    () => !canEdit,
  );

  useEffect(() => problems.follow(), [problems]);
  useEffect(() => resumeSaving(session, window), [session]);
  useEffect(() => live.allow(canEdit), [live, canEdit]);
  useEffect(() => {
    if (store.current.readOnly !== readOnly) store.dispatch({ effects: setReadOnly(readOnly) });
    const { error } = session.getState();
    // They had asked for it before their role was changed.
    if (!readOnly && error?.code === 'forbidden') void session.save();
  }, [store, session, readOnly]);
  useLive(options.document, { store, session, live });
  const drafts = useDrafts(options.document, { store, session, live });
  const { kept } = drafts;
  useFreshPage(session);
  useReadOnlyPage(readOnly);

  const editor = useMemo<Editor>(
    () => ({
      store,
      problems,
      session,
      live,
      kept,
      readOnly,
      nonce,
      reveal: (offset) => {
        setPane('source');
        // The pane may have been hidden until now; a hidden view cannot scroll.
        requestAnimationFrame(() => revealIn(store, offset));
      },
      showPane: setPane,
      revealField: (key) => {
        const control = controlOf(key);
        if (!control) return false;
        // Of a field that cannot be changed the words have the focus, so that reading begins there.
        if (!control.matches(CONTROLS)) control.tabIndex = -1;
        setPane('form');
        requestAnimationFrame(() => {
          control.focus({ preventScroll: true });
          control.scrollIntoView({ block: 'center' });
        });
        return true;
      },
    }),
    [store, problems, session, live, kept, readOnly, nonce],
  );
  return { editor, drafts, pane, setPane };
}

function makeParts({ document, nonce, keysId, saveAgent }: AgentEditorOptions, userId: string | null) {
  let find = () => {};
  const store = new TextStore(
    document.text,
    sourceExtensions({ nonce, readOnly: !document.canEdit, describedBy: keysId, onFind: () => find() }),
  );
  find = () => void openFind(store);
  const problems = new Problems(store, (file) => checkAgentFile(file, { otherNames: document.otherNames }));
  const live = new Live();
  const session = new SaveSession({
    store,
    shared: live,
    workspace: document.workspace,
    agentId: document.id,
    userId,
    version: document.version,
    saveAgent,
    onMerged: (summary) =>
      showToast({ text: `Saved together with what came in meanwhile. ${summary}`, tone: 'good' }),
  });
  return { store, problems, session, live };
}

function revealIn(store: TextStore, offset: number): void {
  const isHidden = store.current.field(bodyOnlyField) && offset < store.getFile().body.from;
  if (isHidden) store.dispatch({ effects: showBodyOnly.of(false) });
  const anchor = Math.min(offset, store.current.doc.length);
  store.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
  store.editorView?.focus();
}

/** What of a field of the form takes the focus, or the field itself where nothing does; what folds it away is opened. */
function controlOf(key: string): HTMLElement | null {
  const field = document.querySelector(`[data-field="${CSS.escape(key)}"]`);
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  if (!(field instanceof HTMLElement)) return null;
  // The mark has no box of its own.
  return field.querySelector<HTMLElement>(CONTROLS) ?? field.querySelector<HTMLElement>(':scope > *');
}

const CONTROLS = ':is(input, textarea, button, select, [tabindex="0"]):not(:disabled)';

/** After a save what the browser keeps of this page for "back" is out of date, so it is fetched anew. */
function useFreshPage(session: SaveSession): void {
  const router = useRouter();
  useEffect(() => {
    let known = session.getState().base.versionId;
    return session.subscribe(() => {
      const { versionId } = session.getState().base;
      if (versionId !== known) router.refresh();
      known = versionId;
    });
  }, [router, session]);
}
