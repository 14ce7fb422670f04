/** How do programs get a merge? */

import type { MergeSource, Proposal } from '@/lib/merge';

/**
 * Returns what `muster merge --json` prints. Offsets are UTF-16 code units into the texts; the text of a ledger entry is
 * what stands there, bullet and all.
 */
export function mergeResult(proposal: Proposal, sources: readonly MergeSource[]) {
  const { text, metrics, ledger, conflicts, quarantined } = proposal;
  const textOf = new Map(sources.map((source) => [source.id, source.text]));
  return {
    text,
    metrics,
    ledger: ledger.map(({ source, range: { from, to }, part, kind, fate, target, reason }) => ({
      source: { file: source, start: from, end: to, text: textOf.get(source)?.slice(from, to) },
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
