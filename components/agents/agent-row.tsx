'use client';
/** One agent in the list: a row of 40 pixels, two lines on a phone. The whole row leads to the agent. */

import Link from 'next/link';
import { type MouseEvent, memo } from 'react';

import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { Initials } from '@/components/ui/initials';
import { Status } from '@/components/ui/status';
import { TimeAgo } from '@/lib/client/now';
import type { AgentRow as Row } from '@/lib/contract';

import { formatTokens, grantOf, lineOf, statusOf } from './row-words';

/** The columns, shared with the row of headings. */
export const rowGrid =
  'grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center pr-3 md:grid-cols-[2.75rem_5.5rem_minmax(9rem,14rem)_minmax(0,1fr)_5rem_5.5rem] md:gap-x-3 lg:grid-cols-[2.75rem_5.5rem_minmax(9rem,15rem)_minmax(0,1fr)_5.5rem_5.5rem_4.5rem_5.5rem_1.5rem]';

export interface AgentRowProps {
  row: Row;
  href: string;
  selected: boolean;
  onSelect: (id: string, shift: boolean) => void;
}

const lineTones = { good: 'text-good', attention: 'text-attention', bad: 'text-bad' };

export const AgentRow = memo(function AgentRow({ row, href, selected, onSelect }: AgentRowProps) {
  const status = statusOf(row);
  const line = lineOf(row);
  const grant = grantOf(row.tools);
  return (
    <li
      data-agent={row.id}
      className={classNames(
        rowGrid,
        'relative min-h-14 gap-x-2 border-b border-line [contain-intrinsic-size:auto_40px] [content-visibility:auto] has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent md:h-10 md:min-h-0',
        selected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <RowCheckbox row={row} selected={selected} onSelect={onSelect} />
      <Status tone={status.tone} className="max-md:col-start-3 max-md:row-start-1 max-md:text-small">
        {status.word}
      </Status>
      <Link
        href={href}
        prefetch={false}
        className="truncate font-mono text-code font-medium outline-none after:absolute after:inset-0 max-md:col-start-2 max-md:row-start-1"
      >
        {row.title}
      </Link>
      <span
        title={line.tone ? `${line.text}\n\n${row.description}`.trim() : row.description}
        className={classNames(
          'relative z-10 truncate pointer-events-none max-md:col-start-2 max-md:row-start-2 max-md:self-start md:pointer-events-auto',
          line.tone ? lineTones[line.tone] : 'text-soft',
        )}
      >
        {line.text}
      </span>
      <span className="truncate text-soft max-md:hidden">{row.model ?? '–'}</span>
      <span
        title={grant.title}
        className={classNames(
          'whitespace-nowrap max-md:col-start-3 max-md:row-start-2 max-md:self-start max-md:text-right max-md:text-small',
          grant.wide ? 'text-attention' : 'text-soft',
        )}
      >
        {row.loads ? grant.label : '–'}
      </span>
      <span
        title={`Estimated: description ${formatTokens(row.descriptionTokens)}, body ${formatTokens(row.bodyTokens)}`}
        className="text-right text-soft max-lg:hidden"
      >
        {formatTokens(row.descriptionTokens + row.bodyTokens)}
      </span>
      <TimeAgo time={row.updatedAt} className="text-right text-soft max-lg:hidden" />
      <Initials name={row.updatedBy} className="max-lg:hidden" />
    </li>
  );
});

function RowCheckbox({ row, selected, onSelect }: Pick<AgentRowProps, 'row' | 'selected' | 'onSelect'>) {
  const press = (event: MouseEvent<HTMLInputElement>) => onSelect(row.id, event.shiftKey);
  return (
    <label className="relative z-10 flex size-full cursor-pointer items-center justify-center max-md:row-span-2">
      <Checkbox aria-label={`Select ${row.title}`} checked={selected} onClick={press} readOnly />
    </label>
  );
}
