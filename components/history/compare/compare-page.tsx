'use client';
/** What lies between two versions? What it means, then the fields, the instructions and the words. */

import { ArrowLeftRight, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { Button, ButtonLink } from '@/components/ui/button';
import { TimeAgo } from '@/lib/client/now';
import type { Comparison } from '@/lib/compare';
import type { HistoryAgent, HistoryRow } from '@/lib/contract';

import { LabelChip } from '../label-chip';
import { agentPath, comparePath, historyPath, versionPath } from '../paths';
import { type HistoryActions, useHistoryActions } from '../use-history-actions';
import { DiffView } from './diff-view';
import { FieldChanges } from './field-changes';
import { type DiffLayout, LAYOUT_COOKIE } from './layout';
import { Meaning } from './meaning';
import { UnitChanges } from './unit-changes';

export interface ComparePageProps extends HistoryActions {
  agent: HistoryAgent;
  before: HistoryRow;
  after: HistoryRow;
  comparison: Comparison;
  layout: DiffLayout;
  /** The review from which somebody came, and to which the way leads back. */
  review: string | null;
}

export function ComparePage({
  agent,
  before,
  after,
  comparison,
  layout,
  review,
  ...actions
}: ComparePageProps) {
  const moves = useHistoryActions(agent, actions, agent.head.versionId);
  const mayRestore = agent.rights.restore && before.versionId !== agent.head.versionId;
  return (
    <>
      <PageHeader
        trail={[
          { label: 'Agents', href: `/w/${agent.workspace}/agents` },
          { label: agent.title, href: agentPath(agent) },
          { label: 'History', href: historyPath(agent) },
        ]}
        title={`v${before.number} → v${after.number}`}
        actions={
          <>
            {review && (
              <ButtonLink href={`/w/${agent.workspace}/reviews/${review}#agent-${agent.id}`}>
                Back to the review
              </ButtonLink>
            )}
            <ButtonLink
              tone="quiet"
              prefetch={false}
              href={comparePath(agent, after.number, before.number)}
              icon={<ArrowLeftRight className="size-4" aria-hidden="true" />}
            >
              Swap
            </ButtonLink>
            {mayRestore && (
              <Button
                busy={moves.busy}
                onClick={() => void moves.restore(before)}
                icon={<RotateCcw className="size-4" aria-hidden="true" />}
              >
                Restore v{before.number}
              </Button>
            )}
          </>
        }
      />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-4 md:px-6">
          <Ends agent={agent} before={before} after={after} />
          <Meaning sentences={comparison.sentences} authority={comparison.authority} />
          <Changes comparison={comparison} layout={layout} />
        </div>
      </main>
    </>
  );
}

function Ends({ agent, before, after }: Pick<ComparePageProps, 'agent' | 'before' | 'after'>) {
  return (
    <div className="grid gap-2 md:grid-cols-2">
      <End agent={agent} version={before} word="From" />
      <End agent={agent} version={after} word="To" />
    </div>
  );
}

function End({ agent, version, word }: { agent: HistoryAgent; version: HistoryRow; word: string }) {
  const { number, savedBy, savedAt, message, labels } = version;
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-soft">
      {word}
      <Link
        href={versionPath(agent, number)}
        prefetch={false}
        className="rounded-sm font-semibold text-accent hover:underline"
      >
        v{number}
      </Link>
      {savedBy}, <TimeAgo time={savedAt} />
      {labels.map((name) => (
        <LabelChip key={name} name={name} />
      ))}
      {message && <span className="min-w-0 truncate text-ink">{message}</span>}
    </p>
  );
}

function Changes({ comparison, layout: initial }: Pick<ComparePageProps, 'comparison' | 'layout'>) {
  const [layout, setLayout] = useState(initial);
  const { fields, units, rows, equal } = comparison;
  function choose(next: DiffLayout) {
    setLayout(next);
    document.cookie = `${LAYOUT_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
  }
  if (equal) return null;
  const isChanged = (part: Comparison['rows']['body']) => part.some(({ kind }) => kind === 'changed');
  return (
    <>
      {fields.length > 0 && (
        <Section title="Fields">
          <FieldChanges fields={fields} />
        </Section>
      )}
      {units.length > 0 && (
        <Section title="Instructions">
          <UnitChanges units={units} />
        </Section>
      )}
      {isChanged(rows.body) && (
        <Section title="Body" aside={<LayoutSwitch layout={layout} onChange={choose} />}>
          <DiffView rows={rows.body} layout={layout} label="Body, line by line" />
        </Section>
      )}
      {isChanged(rows.frontMatter) && (
        <Section title="Front matter as it is written">
          <DiffView rows={rows.frontMatter} layout={layout} label="Front matter, line by line" />
        </Section>
      )}
    </>
  );
}

function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <div className="mb-2 flex min-h-7 items-center justify-between gap-2">
        <h2 className="text-heading">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

const LAYOUTS: readonly { value: DiffLayout; word: string }[] = [
  { value: 'inline', word: 'Inline' },
  { value: 'side', word: 'Side by side' },
];

/** Where there is no room for two columns there is nothing to choose. */
function LayoutSwitch({ layout, onChange }: { layout: DiffLayout; onChange: (next: DiffLayout) => void }) {
  return (
    <div role="group" aria-label="Layout" className="flex gap-1 rounded-md bg-sunken p-0.5 max-md:hidden">
      {LAYOUTS.map(({ value, word }) => (
        <button
          key={value}
          type="button"
          aria-pressed={layout === value}
          onClick={() => onChange(value)}
          className="h-6 rounded-sm px-2 text-soft hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink"
        >
          {word}
        </button>
      ))}
    </div>
  );
}
