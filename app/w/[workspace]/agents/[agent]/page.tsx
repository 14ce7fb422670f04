/** The editor of one agent. */

import type { Metadata } from 'next';
import { cookies } from 'next/headers';

import { AgentEditor } from '@/components/editor/agent-editor';
import { EDITOR_SPLIT } from '@/components/editor/split';
import { readSplitSizes, splitCookie } from '@/components/ui/split-sizes';
import { requireAgent } from '@/lib/server/reads/agents';
import { getNonce } from '@/lib/server/session';

import {
  createTemplate,
  createThread,
  deleteComment,
  duplicateAgent,
  editComment,
  reopenThread,
  replyToThread,
  resolveThread,
  saveAgent,
} from '../../actions';

const comments = { createThread, replyToThread, editComment, deleteComment, resolveThread, reopenThread };

interface Props {
  params: Promise<{ workspace: string; agent: string }>;
}

export const metadata: Metadata = { title: 'Agent' };

export default async function Page({ params }: Props) {
  const { workspace, agent } = await params;
  const document = await requireAgent(workspace, agent);
  const remembered = (await cookies()).get(splitCookie(EDITOR_SPLIT.id))?.value;
  return (
    <AgentEditor
      key={document.id}
      document={document}
      nonce={await getNonce()}
      sizes={readSplitSizes(remembered, EDITOR_SPLIT.sizes)}
      saveAgent={saveAgent}
      duplicateAgent={duplicateAgent}
      createTemplate={createTemplate}
      comments={comments}
    />
  );
}
