'use client';
/** Which agents are like a text that is no agent yet? A few lines under the text; nothing when there are none. */

import { useEffect, useState } from 'react';

import { readAgentFile } from '@/lib/agent-file';

import { SimilarPane } from './similar-pane';
import { startWatch } from './start-watch';
import { useSimilarState } from './use-similar';

export function SimilarToText({ workspace, text }: { workspace: string; text: string }) {
  const [watch] = useState(() => startWatch(workspace, undefined));
  const state = useSimilarState(watch);
  useEffect(() => {
    watch.setText(readAgentFile(text).effective.description ? text : null);
  }, [watch, text]);
  useEffect(() => () => watch.setText(null), [watch]);
  if (!state?.agents?.length) return null;
  return (
    <section aria-label="Similar agents" className="flex flex-col gap-2">
      <h2 className="font-medium">
        Similar agents <span className="font-normal text-soft">{state.agents.length}</span>
      </h2>
      <SimilarPane workspace={workspace} watch={watch} agent={null} />
    </section>
  );
}
