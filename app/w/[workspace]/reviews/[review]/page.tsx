/** One proposal: what it changes, what was said of it, and what is missing before it is published. */

import type { Metadata } from 'next';

import { ReviewPage } from '@/components/reviews/review-page';
import { requireReview } from '@/lib/server/reads/reviews';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import {
  createThread,
  deleteComment,
  editComment,
  publishProposal,
  reopenThread,
  replyToThread,
  resolveThread,
  reviewProposal,
  reviseProposal,
  undoPublication,
  withdrawProposal,
} from '../../actions';

const comments = { createThread, replyToThread, editComment, deleteComment, resolveThread, reopenThread };
const actions = { reviewProposal, reviseProposal, withdrawProposal, publishProposal, undoPublication };

interface Props {
  params: Promise<{ workspace: string; review: string }>;
}

export const metadata: Metadata = { title: 'Review' };

export default async function Page({ params }: Props) {
  const { workspace: slug, review: id } = await params;
  const review = await requireReview(slug, id);
  const { workspace, can } = await requireWorkspace(slug);
  return (
    <ReviewPage
      key={id}
      workspace={workspace.slug}
      initial={review}
      canEdit={can('proposal:edit')}
      canReview={can('proposal:review')}
      canPublish={can('proposal:publish')}
      actions={actions}
      comments={comments}
    />
  );
}
