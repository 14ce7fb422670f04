/** The history of one agent. */

import type { Metadata } from 'next';

import { HistoryPage } from '@/components/history/history-page';
import { readAgentFile } from '@/lib/agent-file';
import { requireAgent } from '@/lib/server/reads/agents';

interface Props {
  params: Promise<{ workspace: string; agent: string }>;
}

export const metadata: Metadata = { title: 'History' };

export default async function Page({ params }: Props) {
  const { workspace, agent } = await params;
  const document = await requireAgent(workspace, agent);
  const { name } = readAgentFile(document.text).values;
  return (
    <HistoryPage
      workspace={document.workspace}
      agent={{
        id: document.id,
        title: typeof name === 'string' && name !== '' ? name : (document.fileName ?? 'Agent'),
      }}
    />
  );
}
