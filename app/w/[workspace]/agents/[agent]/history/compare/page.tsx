/** Two versions of an agent beside each other; without any in the address the last one and the one before. */

import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';

import { ComparePage } from '@/components/history/compare/compare-page';
import { LAYOUT_COOKIE, readLayout } from '@/components/history/compare/layout';
import { historyPath } from '@/components/history/paths';
import { requireComparison } from '@/lib/server/reads/comparisons';
import { requireHistory } from '@/lib/server/reads/history';

import { putLabel, removeLabel, restoreVersion } from '../../../../actions';

interface Props {
  params: Promise<{ workspace: string; agent: string }>;
  searchParams: Promise<Record<'from' | 'to' | 'view' | 'review', string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Compare' };

export default async function Page({ params, searchParams }: Props) {
  const { workspace, agent: agentId } = await params;
  const agent = await requireHistory(workspace, agentId);
  const asked = await searchParams;
  const to = String(asked.to ?? agent.head.number);
  const from = String(asked.from ?? agent.head.number - 1);
  if (from === '0') redirect(historyPath(agent));
  const { before, after, comparison } = await requireComparison(workspace, agentId, { from, to });
  return (
    <ComparePage
      agent={agent}
      before={before.version}
      after={after.version}
      comparison={comparison}
      review={readReview(asked.review)}
      layout={readLayout(String(asked.view), (await cookies()).get(LAYOUT_COOKIE)?.value)}
      restoreVersion={restoreVersion}
      putLabel={putLabel}
      removeLabel={removeLabel}
    />
  );
}

/** The id of a review, if it can be one. */
const readReview = (asked: string | string[] | undefined): string | null =>
  typeof asked === 'string' && /^[\w-]{1,64}$/.test(asked) ? asked : null;
