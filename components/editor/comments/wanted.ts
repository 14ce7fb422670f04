/** What does somebody want to see or begin in the comments? */

import type { CommentPlace } from '@/lib/contract';

export type Wanted = { kind: 'thread'; threadId: string } | { kind: 'new'; place: CommentPlace };
