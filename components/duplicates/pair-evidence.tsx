'use client';

/** What speaks for two agents being alike, and what against? Reasons, figures in words, and their instructions. */

import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatCount, formatMany } from '@/components/ui/numbers';
import type { PairAnswer } from '@/lib/contract';
import type { PairEvidence as Evidence, EvidenceUnit } from '@/lib/similarity';

import { markTerms } from './model/mark-terms';
import { explainTier, formatPercent, formatScore, listFigures } from './model/score-words';

export function PairEvidence({ answer }: { answer: PairAnswer }) {
  const { evidence, a, b } = answer;
  const terms = useMemo(() => evidence.sharedTerms.map(({ term }) => term), [evidence]);
  return (
    <div className="flex flex-col gap-6">
      <Verdict evidence={evidence} />
      <Terms terms={evidence.sharedTerms} />
      <Matches evidence={evidence} terms={terms} a={a.title} b={b.title} />
      <div className="grid gap-x-4 gap-y-6 md:grid-cols-2">
        <Only title={a.title} side="left" units={evidence.onlyA} />
        <Only title={b.title} side="right" units={evidence.onlyB} />
      </div>
    </div>
  );
}

function Verdict({ evidence }: { evidence: Evidence }) {
  return (
    <section aria-label="Why" className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      <div>
        <p>
          <span className="inline-block font-medium first-letter:uppercase">{formatScore(evidence)}</span>
          {'. '}
          <span className="text-soft">{explainTier(evidence)}</span>
        </p>
        {evidence.reasons.length > 0 && (
          <ul className="mt-1 list-disc pl-4 marker:text-faint">
            {evidence.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      <dl className="grid grid-cols-[auto_auto_minmax(0,1fr)] content-start gap-x-3 gap-y-1">
        {listFigures(evidence).map(({ label, value, meaning }) => (
          <div key={label} className="col-span-3 grid grid-cols-subgrid items-baseline">
            <dt className="text-soft">{label}</dt>
            <dd className="text-right font-medium whitespace-nowrap">{formatPercent(value)}</dd>
            <dd className="text-small text-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Terms({ terms }: { terms: Evidence['sharedTerms'] }) {
  if (terms.length === 0) return null;
  return (
    <Section title="Rare words of both" aside={formatCount(terms.length)}>
      <ul className="flex flex-wrap gap-1">
        {terms.map(({ term, weight }) => (
          <li
            key={term}
            title={`${formatPercent(weight)} of the score`}
            className="rounded-sm bg-accent-soft px-1.5 text-ink"
          >
            {term}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface MatchesProps {
  evidence: Evidence;
  terms: readonly string[];
  a: string;
  b: string;
}

function Matches({ evidence, terms, a, b }: MatchesProps) {
  const { shown, more } = useSome(evidence.matches, 12);
  if (evidence.matches.length === 0) {
    return (
      <Section title="Instructions of both">
        <p className="text-soft">No instruction of one corresponds to one of the other.</p>
      </Section>
    );
  }
  return (
    <Section title="Instructions of both" aside={formatCount(evidence.matches.length)}>
      <table className="w-full table-fixed border-collapse max-md:block">
        <thead className="max-md:sr-only">
          <tr className="text-left text-small text-soft">
            <th scope="col" className="truncate pb-1 font-mono font-normal">
              {a}
            </th>
            <th scope="col" className="w-24 pb-1 text-center font-normal" title="How far their words agree">
              Alike
            </th>
            <th scope="col" className="truncate pb-1 font-mono font-normal">
              {b}
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {shown.map((match) => (
            <tr
              key={`${match.a.range.from} ${match.b.range.from}`}
              className="border-t border-line align-top max-md:flex max-md:flex-col max-md:gap-1 max-md:py-2"
            >
              <td className="md:py-2">
                <Unit unit={match.a} terms={terms} />
              </td>
              <td className="text-soft max-md:text-small md:py-2 md:text-center">
                {formatPercent(match.similarity)}
                <span className="md:hidden"> alike</span>
              </td>
              <td className="md:py-2">
                <Unit unit={match.b} terms={terms} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </Section>
  );
}

function Only({ title, side, units }: { title: string; side: string; units: readonly EvidenceUnit[] }) {
  const { shown, more } = useSome(units, 8);
  return (
    <Section
      title={
        <>
          Only in <span className="font-mono text-code">{title}</span>
          <span className="sr-only"> on the {side}</span>
        </>
      }
      aside={formatCount(units.length)}
    >
      {units.length === 0 ? (
        <p className="text-soft">Nothing: the other has a counterpart of each instruction.</p>
      ) : (
        <ul>
          {shown.map((unit) => (
            <li key={unit.range.from} className="border-t border-line py-2">
              <Unit unit={unit} terms={[]} />
            </li>
          ))}
        </ul>
      )}
      {more}
    </Section>
  );
}

/** An instruction as its file has it, under the headings where it stands. */
function Unit({ unit, terms }: { unit: EvidenceUnit; terms: readonly string[] }) {
  return (
    <>
      {unit.headings.length > 0 && (
        <p className="truncate text-small text-soft">{unit.headings.join(' › ')}</p>
      )}
      <p className="line-clamp-10 break-words whitespace-pre-wrap">
        {markTerms(unit.text.trim(), terms).map(({ text, marked }, at) =>
          marked ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
            <mark key={at} className="rounded-sm bg-accent-soft text-ink">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
    </>
  );
}

function Section({ title, aside, children }: { title: ReactNode; aside?: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-1.5 flex items-baseline gap-2 font-medium">
        <span className="min-w-0 truncate">{title}</span>
        {aside && <span className="font-normal text-soft">{aside}</span>}
      </h3>
      {children}
    </section>
  );
}

/** The first few of a list, and the button that shows all. */
function useSome<Item>(items: readonly Item[], few: number): { shown: readonly Item[]; more: ReactNode } {
  const [isAll, setAll] = useState(false);
  const isCut = !isAll && items.length > few;
  return {
    shown: isCut ? items.slice(0, few) : items,
    more: isCut && (
      <Button size="dense" className="mt-2" onClick={() => setAll(true)}>
        Show {formatMany(items.length - few, 'more', 'more')}
      </Button>
    ),
  };
}
