'use client';
/** How does an empty list get something to look at? A dozen samples, by one press. */

import { Sparkles } from 'lucide-react';

import { type AddSamplesAction, useShell } from '@/components/shell/shell-context';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import { useAgentLists } from '@/lib/client/use-agents';

export function AddSamples({ workspace }: { workspace: string }) {
  const { addSamples } = useShell();
  return addSamples && <SamplesButton workspace={workspace} addSamples={addSamples} />;
}

function SamplesButton({ workspace, addSamples }: { workspace: string; addSamples: AddSamplesAction }) {
  const { refresh } = useAgentLists(workspace);
  const adding = useAction(addSamples, ({ ids }) => {
    void refresh();
    const text = `${ids.length} samples added, one of them broken on purpose. Filter by the tag “sample” to delete them in one go.`;
    showToast({ text, tone: 'good', stays: 12_000 });
  });
  return (
    <>
      <Button
        icon={<Sparkles className="size-4" aria-hidden="true" />}
        busy={adding.busy}
        onClick={() => adding.run({ workspace })}
      >
        Add the samples
      </Button>
      {adding.error && (
        <p role="alert" className="basis-full text-bad">
          {adding.error.message}
        </p>
      )}
    </>
  );
}
