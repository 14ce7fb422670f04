'use client';
/** Which agents are like this text? What asks is loaded after the page, so that the editor opens as quickly without it. */

import { useEffect, useState, useSyncExternalStore } from 'react';

import type { AgentFile } from '@/lib/agent-file';

import { textAt } from '../form/values';
import type { SimilarState, SimilarWatch } from './similar-watch';

export interface SimilarOptions {
  workspace: string;
  /** The agent that is being written; it has none while it is new. */
  agentId?: string;
  /** The present reading, and who is told when it changes. */
  getFile: () => AgentFile;
  subscribe: (listener: () => void) => () => void;
}

/** The watch over the text; null until it is loaded. */
export function useSimilarWatch({
  workspace,
  agentId,
  getFile,
  subscribe,
}: SimilarOptions): SimilarWatch | null {
  const [watch, setWatch] = useState<SimilarWatch | null>(null);
  useEffect(() => {
    let end = () => {};
    let isOver = false;
    void import('./start-watch').then(({ startWatch }) => {
      if (isOver) return;
      const made = startWatch(workspace, agentId);
      const follow = () => made.setText(askable(getFile()));
      follow();
      const unsubscribe = subscribe(follow);
      end = () => {
        unsubscribe();
        made.stop();
      };
      setWatch(made);
    });
    return () => {
      isOver = true;
      end();
    };
  }, [workspace, agentId, getFile, subscribe]);
  return watch;
}

/** Only with a description there is something to compare. */
const askable = (file: AgentFile) => (textAt(file, 'description').trim() === '' ? null : file.text);

const never = () => () => {};
const nothing = () => null;

/** The state of a watch; null while there is none. */
export function useSimilarState(watch: SimilarWatch | null): SimilarState | null {
  return useSyncExternalStore(watch?.subscribe ?? never, watch?.getState ?? nothing, nothing);
}
