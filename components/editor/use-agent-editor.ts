'use client';
/** What does one open editor consist of, and what happens to it as a whole? */

import { EditorView } from '@codemirror/view';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';

import { showToast } from '@/components/ui/toaster';
import { checkAgentFile } from '@/lib/checks';
import type { Action, AgentDocument, SaveAgentInput, SaveAgentResult } from '@/lib/contract';

import type { Editor } from './context';
import { Problems } from './problems/problems';
import { SaveSession } from './save/save-session';
import { openFind } from './source/source-pane';
import { bodyOnlyField, showBodyOnly } from './text/body-only';
import { pageNonce } from './text/page-nonce';
import { sourceExtensions } from './text/source-extensions';
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
  const [{ store, problems, session }] = useState(() => makeParts(options));
  const readOnly = !options.document.canEdit;

  useEffect(() => problems.follow(), [problems]);
  useEffect(() => warnBeforeLeaving(session), [session]);
  useDrafts(options.document, store, session);
  useFreshPage(session);

  const editor = useMemo<Editor>(
    () => ({
      store,
      problems,
      session,
      readOnly,
      nonce,
      reveal: (offset) => {
        setPane('source');
        // The pane may have been hidden until now; a hidden view cannot scroll.
        requestAnimationFrame(() => revealIn(store, offset));
      },
    }),
    [store, problems, session, readOnly, nonce],
  );
  return { editor, pane, setPane };
}

function makeParts({ document, nonce, keysId, saveAgent }: AgentEditorOptions) {
  let find = () => {};
  const store = new TextStore(
    document.text,
    sourceExtensions({ nonce, readOnly: !document.canEdit, describedBy: keysId, onFind: () => find() }),
  );
  find = () => void openFind(store);
  const problems = new Problems(store, (file) => checkAgentFile(file, { otherNames: document.otherNames }));
  const session = new SaveSession({
    store,
    workspace: document.workspace,
    agentId: document.id,
    version: document.version,
    saveAgent,
    onMerged: (summary) =>
      showToast({ text: `Saved together with what came in meanwhile. ${summary}`, tone: 'good' }),
  });
  return { store, problems, session };
}

function revealIn(store: TextStore, offset: number): void {
  const isHidden = store.current.field(bodyOnlyField) && offset < store.getFile().body.from;
  if (isHidden) store.dispatch({ effects: showBodyOnly.of(false) });
  const anchor = Math.min(offset, store.current.doc.length);
  store.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
  store.editorView?.focus();
}

function warnBeforeLeaving(session: SaveSession): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (session.isUnsaved) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => window.removeEventListener('beforeunload', warn);
}

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

/** Calls `save` on ⌘S or Ctrl S anywhere on the page, also while typing. */
export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
