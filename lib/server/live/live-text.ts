/** Of what is a version made that is saved from what several write? Of the document as it is stored. */

import 'server-only';

import { getLiveDocument, listLiveHeads } from '@/db';

import { getStore } from '../store';
import type { RoomKey } from './room';
import { withDocument } from './room-documents';

export interface LiveText {
  generation: string;
  /** The version that the document stands on; the head, unless somebody was faster. */
  baseVersionId: string;
  text: string;
  /** The number of the last update that is in the text. */
  sequence: number;
  /** Who wrote it, since the base. */
  authors: string[];
}

/** Returns what the document of this generation says, with all that is stored; null when there is none such any more. */
export async function readLiveText(key: RoomKey, generation: string): Promise<LiveText | null> {
  const store = await getStore();
  return withDocument(store, key, async (document) => {
    const [head] = await listLiveHeads(store.read, { ...key, agentIds: [key.agentId] });
    if (!head || document.generation !== generation) return null;
    // What was saved apart goes in first: a version that stands on the head has it.
    if (!(await document.follow(head)) || !(await document.refresh())) return null;
    const typists = (await getLiveDocument(store.read, key))?.typists ?? [];
    const { base, text, at } = document;
    return { generation, baseVersionId: base.version.versionId, text, sequence: at, authors: typists };
  });
}
