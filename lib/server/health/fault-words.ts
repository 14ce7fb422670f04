/** What does a person hear who wanted to do something while the storage was at fault? */

import type { StorageFault } from '@/db';

const WORDS: Record<StorageFault, string> = {
  'disk-full':
    'The disk of the server is full; nothing was changed, and your text is still here. Whoever runs Muster has to free some space. Then try again.',
  'read-only':
    'The server may not write to its database; nothing was changed, and your text is still here. Whoever runs Muster has to look into it.',
  locked:
    'Another program has locked the database; nothing was changed, and your text is still here. Try again in a moment.',
  damaged:
    'The server finds its database damaged; nothing was changed, and your text is still here. Whoever runs Muster has to restore a backup.',
  'disk-fault':
    'The disk of the server reports errors; nothing was changed, and your text is still here. Whoever runs Muster has to look into it.',
  unreachable:
    'The database does not answer; nothing was changed, and your text is still here. Try again in a moment.',
  refused:
    'The database does not let the server in; nothing was changed, and your text is still here. Whoever runs Muster has to look into it.',
};

/** Returns what happened, that nothing is lost, and what to do; the reference finds the line in the log. */
export function faultInWords(fault: StorageFault, ref: string): string {
  return `${WORDS[fault]} (Reference ${ref}.)`;
}
