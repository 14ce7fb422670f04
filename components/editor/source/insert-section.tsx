'use client';
/** Which part of a good instruction shall be put in at the cursor? */

import { Plus } from 'lucide-react';

import { ActionMenu } from '@/components/ui/action-menu';

import { useEditor } from '../context';
import { bodyStart } from '../text/body-only';
import { SECTIONS, type Section, spaced } from '../text/sections';
import type { TextStore } from '../text/text-store';

export function InsertSection() {
  const { store } = useEditor();
  return (
    <ActionMenu
      size="dense"
      tone="quiet"
      icon={<Plus className="size-4" aria-hidden="true" />}
      panelClassName="w-72"
      actions={SECTIONS.map((section) => ({
        label: section.title,
        detail: section.purpose,
        onSelect: () => insertSection(store, section),
      }))}
    >
      Insert
    </ActionMenu>
  );
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
