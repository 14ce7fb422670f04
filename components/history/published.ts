/** How is the label called that exports may follow? The door of the contract brings its checks along, too heavy for a name. */

import type { PUBLISHED as Name } from '@/lib/contract';

export const PUBLISHED: typeof Name = 'published';
