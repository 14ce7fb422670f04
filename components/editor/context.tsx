'use client';
/** Which editor does this part belong to? */

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

import type { AgentFile } from '@/lib/agent-file';
import type { KeptPlace } from '@/lib/client/drafts/draft-store';

import type { Live } from './live/live';
import type { Problems } from './problems/problems';
import type { SaveSession } from './save/save-session';
import type { TextStore } from './text/text-store';

export interface Editor {
  store: TextStore;
  problems: Problems;
  session: SaveSession;
  /** Who else has it open. */
  live: Live;
  /** Where unsaved text lies meanwhile. */
  kept: KeptPlace;
  readOnly: boolean;
  /** The nonce that the page's policy wants on style elements. */
  nonce: string | undefined;
  /** Shows the source at this offset; in the body, or in the whole file when it lies before it. */
  reveal: (offset: number) => void;
  /** Shows one of the panes where there is no room for all. */
  showPane: (pane: 'form' | 'source' | 'preview') => void;
  /** Puts the focus on a field of the form; false when the form has none that takes it. */
  revealField: (key: string) => boolean;
}

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The editor around this component. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This component belongs inside an EditorProvider.');
  return editor;
}

/** The reading, renewed only when the front matter changed: what lies after it may be older than the text. */
export function useFront(): AgentFile {
  const { store } = useEditor();
  return useSyncExternalStore(store.subscribe, store.getFront, store.getFront);
}

/** Something of the reading; renders again only when it is no longer the same. */
export function useFilePart<Part extends string | number | boolean | null>(
  part: (file: AgentFile) => Part,
): Part {
  const { store } = useEditor();
  const get = () => part(store.getFile());
  return useSyncExternalStore(store.subscribe, get, get);
}
