/** A draft was left behind: what becomes of it on the screen as it is now? */

import type { AgentDraft } from '@/lib/client/drafts/draft';

/**
 * `nothing`: it says nothing that the screen does not. `as-was`: the screen shows what it was made on. `joined`: both
 * changes go together, and `summary` says what the screen adds. `clash`: they do not.
 */
export type DraftFate =
  | { kind: 'nothing' }
  | { kind: 'as-was'; text: string }
  | { kind: 'joined'; text: string; summary: string }
  | { kind: 'clash' };

/** Returns what restoring the draft would do to the text that `read` gives when it is needed. */
export async function fateOf({ baseText, text }: AgentDraft, read: () => string): Promise<DraftFate> {
  if (text === read() || text === baseText) return { kind: 'nothing' };
  if (baseText === read()) return { kind: 'as-was', text };
  const { mergeThreeWay } = await import('@/lib/three-way');
  const screen = read();
  const merged = mergeThreeWay(baseText, text, screen);
  if (merged.kind === 'conflict') return { kind: 'clash' };
  if (merged.text === screen) return { kind: 'nothing' };
  return { kind: 'joined', text: merged.text, summary: merged.summary };
}
