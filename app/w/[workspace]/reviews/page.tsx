/** Which changes wait to be read, and which were published? */

import type { Metadata } from 'next';

import { ReviewsPage } from '@/components/reviews/reviews-page';
import { getPublishing, listReviews } from '@/lib/server/reads/reviews';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireWorkspace((await params).workspace);
  return { title: `Reviews · ${workspace.name}` };
}

export default async function Page({ params }: Props) {
  const { workspace, can } = await requireWorkspace((await params).workspace);
  const { enabled } = await getPublishing(workspace.slug);
  return (
    <ReviewsPage
      workspace={workspace.slug}
      initial={await listReviews(workspace.slug)}
      isOn={enabled}
      canPropose={can('proposal:edit')}
      canTurnOn={can('publishing:set')}
    />
  );
}
