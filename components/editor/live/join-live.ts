/** How do the one text of the editor and the document of all become one? Loaded when somebody else is there. */

import type { ChangeSet, Text } from '@codemirror/state';
import * as Y from 'yjs';

import type { AgentRoom } from '@/lib/client/live/agent-room';
import { SharedDocument } from '@/lib/client/live/shared-document';
import type { LivePlace, LiveSync, Peer } from '@/lib/contract';
import { fromBase64, toBase64 } from '@/lib/live';
import type { Replacement } from '@/lib/text';

import { slots } from '../text/source-extensions';
import type { TextStore } from '../text/text-store';
import { type Caret, carets, setCarets } from './carets';
import { peerHues } from './peer-hues';
import type { LiveParts } from './start-live';

export interface Joined {
  document: SharedDocument;
  showPeers: (peers: readonly Peer[]) => void;
  close: () => void;
}

export function joinLive(parts: LiveParts, room: AgentRoom): Joined {
  const { live, store, session, document: agent, userId, tab, onCameIn } = parts;
  const document = new SharedDocument({
    ...{ workspace: agent.workspace, agentId: agent.id, userId, tab },
    canEdit: () => live.canEdit,
    screen: { read: () => store.getFile().text, apply: (edits) => store.applyOthers(edits) },
    baseText: () => session.getState().baseText,
    sync: (asked) => room.ask<LiveSync>({ kind: 'sync', ...asked }),
    onPhase: (phase, refusal) => live.set({ phase, refusal }),
    onBase(version, text, summary) {
      const before = session.getState().base.number;
      session.move(version, text);
      if (summary && version.number > before)
        onCameIn(`v${version.number} of ${version.savedBy} came in. ${summary}`);
    },
    onRemote: () => show(),
    onLost: (error) => live.lose(error),
    onBack: () => room.wake(),
  });
  let peers: readonly Peer[] = live.getState().peers;
  function show(): void {
    const text = document.text;
    if (text) store.dispatch({ effects: setCarets.of(caretsOf(text, peers)) });
  }
  store.dispatch({ effects: slots.others.reconfigure(carets()) });
  const stops = [
    store.onChange((changes, before) => document.typed(replacementsOf(changes, before))),
    watchPlace(store, document, (place) => room.move(place)),
  ];
  return {
    document,
    showPeers(next) {
      peers = next;
      show();
    },
    close() {
      for (const stop of stops) stop();
      document.close();
      store.dispatch({ effects: slots.others.reconfigure([]) });
    },
  };
}

/** What changed, in whole characters: half of one cannot be shared. */
function replacementsOf(changes: ChangeSet, before: Text): Replacement[] {
  const replacements: Replacement[] = [];
  changes.iterChanges((start, end, _fromB, _toB, inserted) => {
    const from = splitsCharacter(before, start) ? start - 1 : start;
    const to = splitsCharacter(before, end) ? end + 1 : end;
    const text = inserted.sliceString(0, inserted.length, '\n');
    const insert = before.sliceString(from, start) + text + before.sliceString(end, to);
    replacements.push({ from, to, insert });
  });
  return replacements;
}

/** Is the offset between the halves of a character? */
function splitsCharacter(text: Text, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.sliceString(Math.max(0, offset - 1), offset + 1));
}

/** Tells where this tab is, in the text or in a field of the form; returns how to stop. */
function watchPlace(
  store: TextStore,
  document: SharedDocument,
  move: (place: LivePlace) => void,
): () => void {
  let field: string | null = null;
  let isInText = false;
  function tell(): void {
    const { text } = document;
    if (!text) return;
    const { anchor, head } = store.current.selection.main;
    const at = (offset: number) => {
      const place = Y.createRelativePositionFromTypeIndex(text, Math.min(offset, text.length));
      return toBase64(Y.encodeRelativePosition(place));
    };
    const caret = isInText ? { anchor: at(anchor), head: at(head) } : null;
    move({ caret, field });
  }
  function look(target: Element): void {
    const own = target.closest<HTMLElement>('[data-field]')?.dataset.field;
    isInText = !own && (isInText || target.closest('.cm-editor') !== null);
    if (own) field = own;
    else if (isInText) field = null;
  }
  function focus({ target }: FocusEvent): void {
    if (!(target instanceof Element)) return;
    look(target);
    tell();
  }
  // Where somebody was before others came: perhaps nowhere yet.
  const { activeElement } = window.document;
  if (activeElement) look(activeElement);
  window.document.addEventListener('focusin', focus);
  const stop = store.subscribeAll(tell);
  tell();
  return () => {
    stop();
    window.document.removeEventListener('focusin', focus);
  };
}

/** Where the others are in the text as it is now. */
function caretsOf(text: Y.Text, peers: readonly Peer[]): Caret[] {
  const hues = peerHues(peers);
  return peers.flatMap(({ tab, userId, name, place: { caret } }) => {
    const anchor = caret && offsetOf(text, caret.anchor);
    const head = caret && offsetOf(text, caret.head);
    if (anchor === null || head === null) return [];
    return [{ tab, name, anchor, head, place: `${caret?.anchor} ${caret?.head}`, ...hues(userId) }];
  });
}

/** What another browser sent may be anything, or of a document that is no more. */
function offsetOf(text: Y.Text, encoded: string): number | null {
  const bytes = fromBase64(encoded);
  if (!bytes || !text.doc) return null;
  try {
    const relative = Y.decodeRelativePosition(bytes);
    const place = Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
    return place?.type === text ? place.index : null;
  } catch {
    return null;
  }
}
