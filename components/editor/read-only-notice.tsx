'use client';
/** Why can this agent not be changed here? Loaded only where that is so. */

import Link from 'next/link';

import { useIsDue } from '@/components/shell/shell-context';
import { Notice } from '@/components/ui/status';
import type { AgentDocument } from '@/lib/contract';

export function ReadOnlyNotice({ document }: { document: AgentDocument }) {
  const { archived, workspace } = document;
  const isDue = useIsDue();
  if (!archived && isDue) {
    return (
      <Notice tone="neutral">
        You can read this agent and export it. Nothing is changed while the workspace waits for its deletion.
      </Notice>
    );
  }
  if (!archived) {
    return (
      <Notice tone="neutral">
        You can read this agent, comment on it and export it. To change it you need the role of an editor: ask
        an admin of the workspace, or duplicate it in a workspace of your own.
      </Notice>
    );
  }
  return (
    <Notice tone="neutral">
      This agent was merged into{' '}
      <Link
        href={`/w/${workspace}/agents/${archived.agentId}`}
        className="font-mono text-code underline underline-offset-2"
      >
        {archived.title}
      </Link>{' '}
      and is kept as it was.{' '}
      {archived.mergeId && (
        <Link href={`/w/${workspace}/merges/${archived.mergeId}`} className="underline underline-offset-2">
          See the merge, or undo it
        </Link>
      )}
    </Notice>
  );
}
