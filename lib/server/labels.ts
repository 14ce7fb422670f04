/** May this person move this label by hand? */

import 'server-only';

import { type Db, getPublishingPolicy } from '@/db';
import { PUBLISHED } from '@/lib/contract';
import { can } from '@/lib/policy';

import type { Scope } from './access';
import { Failure } from './failure';

/** Throws a failure where `published` is not this person's to move: where a review does it, or an admin. */
export async function requireMovable(db: Db, { workspaceId, role }: Scope, name: string): Promise<void> {
  if (name !== PUBLISHED) return;
  if (!can(role, 'agent:publish')) {
    throw new Failure('forbidden', 'Only an owner or admin may move "published". Ask one of them.');
  }
  const policy = await getPublishingPolicy(db, { workspaceId });
  if (policy?.enabled) {
    throw new Failure(
      'forbidden',
      'In this workspace a version is published by a review. Propose it instead of moving the label.',
    );
  }
}
