'use client';
/** What is said of one file, and what can be chosen? */

import Link from 'next/link';
import { memo } from 'react';

import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import type { SameName } from '@/lib/contract';

import { type ImportRow, isOffer } from './model/import-rows';
import { SAME_NAME_WORDS } from './model/row-words';
import { LoadSign, StateSign } from './state-sign';

export interface RowActions {
  onTick: (id: number, ticked: boolean) => void;
  onAnswer: (id: number, choice: SameName) => void;
}

export interface ImportRowProps extends RowActions {
  row: ImportRow;
  workspace: string;
  /** What all namesakes become that have no answer of their own. */
  sameName: SameName;
  /** Whether something can still be chosen. */
  choosing: boolean;
}

const CHOICES = (Object.keys(SAME_NAME_WORDS) as SameName[]).map((value) => ({
  value,
  ...SAME_NAME_WORDS[value],
}));

export const ImportRowView = memo(function ImportRowView(props: ImportRowProps) {
  const { row, workspace, sameName, choosing, onTick, onAnswer } = props;
  const { id, path, archive, name, message, state } = row;
  const offered = choosing && isOffer(row);
  return (
    <div className="grid grid-cols-[1rem_7.5rem_minmax(0,1fr)_auto] gap-x-3 border-b border-line px-3 py-2 max-md:grid-cols-[1rem_minmax(0,1fr)]">
      <span className="flex h-5 items-center">
        {offered && (
          <Checkbox
            aria-label={`Import ${path}`}
            checked={row.ticked}
            onChange={(event) => onTick(id, event.target.checked)}
          />
        )}
      </span>
      <StateSign row={row} />
      <div className="min-w-0 max-md:col-start-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Name row={row} workspace={workspace} linked={!choosing || state === 'identical'} />
          <LoadSign row={row} />
          {name !== null && <Place path={path} archive={archive} />}
        </div>
        {message && <p className="text-soft [overflow-wrap:anywhere]">{message}</p>}
      </div>
      {offered && state === 'same-name' && (
        <Select
          dense
          aria-label={`What becomes of ${path}`}
          options={CHOICES}
          value={row.choice ?? sameName}
          onValueChange={(choice) => onAnswer(id, choice)}
          className="w-34! max-md:col-start-2 max-md:mt-1 max-md:h-10!"
        />
      )}
    </div>
  );
});

function Name({ row, workspace, linked }: { row: ImportRow; workspace: string; linked: boolean }) {
  const { agent, name, path } = row;
  const label = name ?? path;
  if (linked && agent) {
    return (
      <Link
        href={`/w/${workspace}/agents/${agent.id}`}
        className="max-w-full truncate rounded-sm font-mono text-code font-medium text-accent hover:underline"
      >
        {label}
      </Link>
    );
  }
  return <span className="max-w-full truncate font-mono text-code">{label}</span>;
}

function Place({ path, archive }: { path: string; archive: string | null }) {
  const whole = archive ? `${archive}: ${path}` : path;
  return (
    <span className="max-w-full truncate text-small text-soft" title={whole}>
      {path}
    </span>
  );
}
