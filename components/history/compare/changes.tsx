'use client';
/** What changed, part by part: fields, instructions, and the lines of both texts. */

import type { ReactNode } from 'react';

import type { Comparison } from '@/lib/compare';

import { DiffView } from './diff-view';
import { FieldChanges } from './field-changes';
import type { DiffLayout } from './layout';
import { UnitChanges } from './unit-changes';

export interface ChangesProps {
  comparison: Comparison;
  layout: DiffLayout;
  onLayout: (next: DiffLayout) => void;
}

export function Changes({ comparison, layout, onLayout }: ChangesProps) {
  const { fields, units, rows, equal } = comparison;
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
        <Section title="Body" aside={<LayoutSwitch layout={layout} onChange={onLayout} />}>
          <DiffView rows={rows.body} layout={layout} label="Body, line by line" />
        </Section>
      )}
      {isChanged(rows.frontMatter) && (
        <Section
          title="Front matter as it is written"
          aside={!isChanged(rows.body) && <LayoutSwitch layout={layout} onChange={onLayout} />}
        >
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
