/** Which lines of the ledger are asked for? Pure. */

import type { Fate, LedgerEntry } from '@/lib/merge';

export interface LedgerFilter {
  /** Null for all. */
  fate: Fate | null;
  source: string | null;
  /** Words that the instruction has, whatever their case. */
  query: string;
}

export const EVERYTHING: LedgerFilter = { fate: null, source: null, query: '' };

/** The entries that match, in their order. */
export function filterLedger(ledger: readonly LedgerEntry[], filter: LedgerFilter): LedgerEntry[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return ledger.filter(
    (entry) =>
      (filter.fate === null || entry.fate === filter.fate) &&
      (filter.source === null || entry.source === filter.source) &&
      hasWords(entry, words),
  );
}

function hasWords({ text, headings }: LedgerEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = `${headings.join(' ')} ${text}`.toLowerCase();
  return words.every((word) => said.includes(word));
}

/** How many entries have each fate. */
export function countFates(ledger: readonly LedgerEntry[]): Map<Fate, number> {
  const counts = new Map<Fate, number>();
  for (const { fate } of ledger) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return counts;
}
