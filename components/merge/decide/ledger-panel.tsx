'use client';
/** What became of every instruction of every source? The whole account, filtered, and as a file. */

import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';

import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Select } from '@/components/ui/select';
import type { MergeBoard } from '@/lib/contract';
import type { LedgerEntry } from '@/lib/merge';

import { useBoard } from '../board-context';
import { FateFilter } from '../fate-filter';
import { FateSign } from '../fate-sign';
import { Letter } from '../letter';
import { fateWords } from '../model/board-words';
import { countFates, EVERYTHING, filterLedger, type LedgerFilter } from '../model/ledger-filter';
import { MoreRow } from '../more-row';
import { usePaged } from '../use-paged';

const ALL = 'all';

export function LedgerPanel() {
  const { board } = useBoard();
  const { ledger } = board.proposal;
  const [filter, setFilter] = useState<LedgerFilter>(EVERYTHING);
  const bySource = useMemo(() => filterLedger(ledger, { ...filter, fate: null }), [ledger, filter]);
  const found = useMemo(
    () => filterLedger(bySource, { ...EVERYTHING, fate: filter.fate }),
    [bySource, filter],
  );
  const { shown, more } = usePaged(found, -1);
  return (
    <>
      <div className="flex shrink-0 flex-col gap-2 border-b border-line p-2 pl-3">
        <div className="flex gap-1.5">
          <Select
            dense
            aria-label="Source"
            value={filter.source ?? ALL}
            onValueChange={(value) => setFilter({ ...filter, source: value === ALL ? null : value })}
            options={[
              { value: ALL, label: 'All sources' },
              ...board.proposal.sources.map(({ id, letter, name }) => ({
                value: id,
                label: `${letter}  ${name ?? 'without a name'}`,
              })),
            ]}
          />
          <Button
            size="dense"
            icon={<Download className="size-3.5" aria-hidden="true" />}
            onClick={() => downloadLedger(board)}
          >
            JSON
          </Button>
        </div>
        <FateFilter
          counts={countFates(bySource)}
          value={filter.fate}
          onValueChange={(fate) => setFilter({ ...filter, fate })}
        />
      </div>
      <ul aria-label="Ledger" className="min-h-0 flex-1 overflow-y-auto py-1">
        {shown.map((entry) => (
          <LedgerRow key={entry.unit} entry={entry} />
        ))}
        {found.length === 0 && <li className="px-4 py-8 text-center text-soft">Nothing has this fate.</li>}
        <MoreRow of={found.length} onMore={more} />
      </ul>
    </>
  );
}

/** An instruction, its fate and why; pressing it shows it in its source. */
function LedgerRow({ entry }: { entry: LedgerEntry }) {
  const { sources, lineOf, acts } = useBoard();
  const { unit, source, fate, target, text, part, reason } = entry;
  return (
    <li
      data-light={`unit:${unit}`}
      className="border-l-2 border-l-transparent [contain-intrinsic-size:auto_52px] [content-visibility:auto] data-lit:border-l-accent data-lit:bg-accent-soft"
    >
      <button
        type="button"
        onClick={() => acts.reveal('unit', unit)}
        className="grid w-full grid-cols-[auto_0.875rem_minmax(0,1fr)] items-start gap-x-1.5 px-2.5 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Letter letter={sources.get(source)?.letter ?? '?'} className="mt-0.5" />
        <FateSign fate={fate} className="mt-0.75" />
        <span className="min-w-0">
          <span
            className={classNames(
              'line-clamp-2 wrap-anywhere',
              part === 'front-matter' && 'font-mono text-code',
            )}
          >
            {text}
          </span>
          <span className="block text-small wrap-anywhere text-soft">
            {fateWords(fate, target && lineOf(target.from))}
            {reason && ` · ${reason}`}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Saves the account as a file: sources, ledger, conflicts and decisions. */
function downloadLedger({ title, sources, proposal, decisions }: MergeBoard): void {
  const account = {
    title,
    sources: sources.map(({ agentId, title: name, versionId, versionNumber }) => ({
      agentId,
      name,
      versionId,
      versionNumber,
      letter: proposal.sources.find(({ id }) => id === agentId)?.letter ?? null,
    })),
    ledger: proposal.ledger,
    conflicts: proposal.conflicts,
    quarantined: proposal.quarantined,
    decisions,
    metrics: proposal.metrics,
  };
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(account, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `ledger-${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
