/** How do programs get a merge? */

import type { Proposal } from '@/lib/merge';

/** Returns what `muster merge --json` prints. Offsets are UTF-16 code units into the texts. */
export function mergeResult({ text, metrics, ledger, conflicts, quarantined }: Proposal) {
  return {
    text,
    metrics,
    ledger: ledger.map(({ source, range, text: said, part, kind, fate, target, reason }) => ({
      source: { file: source, start: range.from, end: range.to, text: said },
      part,
      kind,
      fate,
      target: target && { start: target.from, end: target.to },
      reason,
    })),
    conflicts: conflicts.map(({ id, kind, key, question, options, chosen, decided }) => ({
      id,
      kind,
      key,
      question,
      options: options.map(({ id: option, value, sources, meaning, widens }) => ({
        id: option,
        value,
        files: sources,
        meaning,
        widens,
      })),
      chosen,
      decided,
    })),
    quarantined: quarantined.map(({ source, range, reason }) => ({
      file: source,
      start: range.from,
      end: range.to,
      reason,
    })),
  };
}
