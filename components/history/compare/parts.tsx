/** Which words of a text differ? Marked as gone or come, for eyes and readers. */

import type { Part } from '@/lib/compare';

const LOOKS = {
  before: 'bg-bad-soft text-bad no-underline decoration-bad',
  after: 'bg-good-soft text-good no-underline',
};

export function Parts({ parts, side }: { parts: readonly Part[]; side: 'before' | 'after' }) {
  const Mark = side === 'before' ? 'del' : 'ins';
  return parts.map(({ text, changed }, at) =>
    changed ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts do not move
      <Mark key={at} className={`rounded-xs font-medium ${LOOKS[side]}`}>
        {text}
      </Mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts do not move
      <span key={at}>{text}</span>
    ),
  );
}
