/** The history of one agent. */

import type { Metadata } from 'next';

import { HistoryPage } from '@/components/history/history-page';
import { requireHistory } from '@/lib/server/reads/history';

import { putLabel, removeLabel, restoreVersion } from '../../../actions';

interface Props {
  params: Promise<{ workspace: string; agent: string }>;
}

export const metadata: Metadata = { title: 'History' };

export default async function Page({ params }: Props) {
  const { workspace, agent } = await params;
  const document = await requireHistory(workspace, agent);
  return (
    <HistoryPage
      agent={document}
      restoreVersion={restoreVersion}
      putLabel={putLabel}
      removeLabel={removeLabel}
    />
  );
}
