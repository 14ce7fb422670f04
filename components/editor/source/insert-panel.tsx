'use client';
/** Which parts does a good instruction have, and how does one get into the text? The rows of the menu. */

import { ActionPanel } from '@/components/ui/action-panel';
import type { OfButton } from '@/components/ui/use-panel-button';

import { useEditor } from '../context';
import { bodyStart } from '../text/body-only';
import { SECTIONS, type Section, spaced } from '../text/sections';
import type { TextStore } from '../text/text-store';

export function InsertPanel(panel: OfButton) {
  const { store } = useEditor();
  const actions = SECTIONS.map((section) => ({
    label: section.title,
    detail: section.purpose,
    onSelect: () => insertSection(store, section),
  }));
  return <ActionPanel {...panel} actions={actions} className="w-72" />;
}

/** Puts a section below the line of the cursor, and never into the front matter. */
function insertSection(store: TextStore, section: Section): void {
  const { doc, selection } = store.current;
  const start = Math.max(store.getFile().body.from, bodyStart(store.current));
  const line = doc.lineAt(Math.max(selection.main.head, start));
  const lineEnd = line.text.endsWith('\r') && line.to < doc.length ? line.to - 1 : line.to;
  const at = line.text.trim() === '' ? Math.max(line.from, start) : Math.max(lineEnd, start);
  const text = spaced(section.markdown, doc.sliceString(start, at), doc.sliceString(at));
  const lead = text.length - text.trimStart().length;
  store.dispatch({
    changes: { from: at, insert: text },
    selection: { anchor: at + lead + section.markdown.length },
    userEvent: 'input.section',
    scrollIntoView: true,
  });
  // The menu may still be closing, and gives the focus back to its button; the caret is wanted in the text.
  requestAnimationFrame(() => store.editorView?.focus());
}
