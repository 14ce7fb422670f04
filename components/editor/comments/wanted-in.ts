/** What does somebody mean who wants to comment now: the thread under the caret, what is selected, a field, or all? */

import { quoteOf } from '@/lib/anchors';
import type { CommentPlace } from '@/lib/contract';

import type { Editor } from '../context';
import { threadAt } from './marks';
import type { Wanted } from './wanted';

export function wantedIn(editor: Editor): Wanted {
  const field = document.activeElement?.closest('[data-field]')?.getAttribute('data-field');
  if (field) return { kind: 'new', place: { kind: 'field', field } };
  const { current } = editor.store;
  const { empty, head } = current.selection.main;
  const threadId = empty ? threadAt(current, head) : null;
  if (threadId) return { kind: 'thread', threadId };
  return { kind: 'new', place: placeOfSelection(editor) ?? { kind: 'agent' } };
}

/** What is selected in the source, as a place; null when that is nothing. */
export function placeOfSelection({ store, session }: Editor): CommentPlace | null {
  const { from, to } = store.current.selection.main;
  const quoted = quoteOf(store.getFile().text, from, to);
  return quoted && { kind: 'text', versionId: session.getState().base.versionId, ...quoted };
}
