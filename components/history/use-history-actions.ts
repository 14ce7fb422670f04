'use client';
/** How is a version restored, and how does a label come and go? What was done is said at the foot, with the way back. */

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { showToast } from '@/components/ui/toaster';
import { callAction } from '@/lib/client/use-action';
import type {
  Action,
  HistoryAgent,
  LabelMark,
  PutLabelInput,
  RemoveLabelInput,
  RestoreVersionInput,
  RestoreVersionResult,
} from '@/lib/contract';

/** The actions as the pages of the history get them. */
export interface HistoryActions {
  restoreVersion: Action<RestoreVersionInput, RestoreVersionResult>;
  putLabel: Action<PutLabelInput, LabelMark>;
  removeLabel: Action<RemoveLabelInput, { fromVersionId: string | null }>;
}

/** A version that something is done with. */
interface Which {
  versionId: string;
  number: number;
}

export interface HistoryMoves {
  busy: boolean;
  restore: (version: Which) => Promise<void>;
  /** Resolves to an error in words, or null when it is done. */
  put: (version: Which, name: string) => Promise<string | null>;
  remove: (name: string) => Promise<void>;
}

/** `headId` is the version that is shown as the last. */
export function useHistoryActions(
  agent: HistoryAgent,
  actions: HistoryActions,
  headId: string,
): HistoryMoves {
  const { workspace, id: agentId } = agent;
  const queries = useQueryClient();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function refresh() {
    await queries.invalidateQueries({ queryKey: ['history', workspace, agentId] });
    router.refresh();
  }

  async function during<T>(work: () => Promise<T>): Promise<T> {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
      await refresh();
    }
  }

  async function restoreOn(versionId: string, base: string, words: (done: number) => string) {
    const input = { workspace, agentId, versionId, headId: base };
    const result = await during(() => callAction(actions.restoreVersion, input));
    if (!result.ok) return showToast({ text: result.error.message, tone: 'bad' });
    const { kind, version, formerId } = result.data;
    if (kind === 'unchanged')
      return showToast({ text: `v${version.number}, the last version, says the same` });
    const undo = () =>
      void restoreOn(formerId, version.versionId, (done) => `Undone: v${done} says what was there before`);
    showToast({ text: words(version.number), tone: 'good', action: { label: 'Undo', run: undo } });
  }

  return {
    busy,
    restore: ({ versionId, number }) =>
      restoreOn(versionId, headId, (done) => `Restored v${number} as v${done}`),
    async put({ versionId, number }, name) {
      const result = await during(() =>
        callAction(actions.putLabel, { workspace, agentId, versionId, name }),
      );
      if (!result.ok) return result.error.fieldErrors?.name?.[0] ?? result.error.message;
      showToast({ text: `"${result.data.name}" is on v${number}`, tone: 'good' });
      return null;
    },
    async remove(name) {
      const result = await during(() => callAction(actions.removeLabel, { workspace, agentId, name }));
      if (!result.ok) return showToast({ text: result.error.message, tone: 'bad' });
      const { fromVersionId: versionId } = result.data;
      const back = versionId && {
        label: 'Undo',
        run: () => void during(() => callAction(actions.putLabel, { workspace, agentId, versionId, name })),
      };
      showToast({ text: `The label "${name}" is gone`, ...(back && { action: back }) });
    },
  };
}
