'use client';
/** One agent in the list: a row of 40 pixels, two lines on a phone. The whole row leads to the agent. */

import Link from 'next/link';
import { type MouseEvent, memo } from 'react';

import { Avatar } from '@/components/people/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { Status } from '@/components/ui/status';
import { TimeAgo } from '@/lib/client/now';
import type { AgentRow as Row } from '@/lib/contract';

import { MarkedText } from './marked-text';
import { RowMenu } from './row-menu';
import { formatTokens, grantOf, lineOf, publishedOf, statusOf } from './row-words';

/** The columns, shared with the row of headings. */
export const rowGrid =
  'grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center pr-3 md:grid-cols-[2.75rem_5.5rem_minmax(9rem,14rem)_minmax(0,1fr)_5rem_5.5rem_2rem] md:gap-x-3 lg:grid-cols-[2.75rem_5rem_minmax(9rem,13.5rem)_minmax(0,1fr)_4.5rem_4.5rem_4rem_4.5rem_1.5rem_2rem]';

/** At its place in a list that is as high as all its rows. */
export const rowPlace = 'absolute inset-x-0 h-(--row) border-b border-line [contain:strict]';

export interface AgentRowProps {
  row: Row;
  /** Where it stands, from 0. */
  index: number;
  /** Which of the rows it is, from 1. */
  position: number;
  /** Of the whole list, those too that are not in the document. */
  size: number;
  href: string;
  /** What was searched. */
  query: string;
  selected: boolean;
  onSelect: (id: string, shift: boolean) => void;
}

const lineTones = { good: 'text-good', attention: 'text-attention', bad: 'text-bad' };

export const AgentRow = memo(function AgentRow(props: AgentRowProps) {
  const { row, index, position, size, href, query, selected, onSelect } = props;
  const status = statusOf(row);
  const line = lineOf(row);
  const grant = grantOf(row.tools);
  return (
    <li
      data-agent={row.id}
      data-index={index}
      aria-setsize={size}
      aria-posinset={position}
      style={{ top: `calc(var(--row) * ${index})` }}
      className={classNames(
        rowPlace,
        rowGrid,
        'group gap-x-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent',
        selected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <RowCheckbox row={row} selected={selected} onSelect={onSelect} />
      <Status tone={status.tone} className="max-md:col-start-3 max-md:row-start-1 max-md:text-small">
        {status.word}
      </Status>
      <Title row={row} href={href} query={query} />
      <span className="flex min-w-0 items-center gap-2 max-md:col-start-2 max-md:row-start-2 max-md:self-start">
        <span
          title={line.tone ? `${line.text}\n\n${row.description}`.trim() : row.description}
          className={classNames(
            'relative z-10 truncate pointer-events-none md:pointer-events-auto',
            line.tone ? lineTones[line.tone] : 'text-soft',
          )}
        >
          {line.tone ? line.text : <MarkedText text={line.text} query={query} />}
        </span>
        <Published row={row} />
        <Tags tags={row.tags} />
      </span>
      <span className="truncate text-soft max-md:hidden">{row.model ?? '–'}</span>
      <span
        title={row.loads ? grant.title : undefined}
        className={classNames(
          'whitespace-nowrap max-md:col-start-3 max-md:row-start-2 max-md:self-start max-md:text-right max-md:text-small',
          grant.wide && row.loads ? 'text-attention' : 'text-soft',
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
      <Avatar id={row.updatedById} name={row.updatedBy} className="max-lg:hidden" />
      <RowMenu row={row} />
    </li>
  );
});

/** What is in the bin cannot be opened. */
function Title({ row, href, query }: Pick<AgentRowProps, 'row' | 'href' | 'query'>) {
  const place = 'truncate font-mono text-code font-medium max-md:col-start-2 max-md:row-start-1';
  const title = <MarkedText text={row.title} query={query} />;
  if (row.deletedAt !== null) return <span className={classNames(place, 'text-soft')}>{title}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className={classNames(place, 'outline-none after:absolute after:inset-0')}
    >
      {title}
    </Link>
  );
}

function Published({ row }: { row: Row }) {
  const words = publishedOf(row);
  if (words === null || row.deletedAt !== null || row.archivedAt !== null) return null;
  return <span className="shrink-0 text-small whitespace-nowrap text-soft max-md:hidden">{words}</span>;
}

const MOST_TAGS = 3;

function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  const left = tags.length - MOST_TAGS;
  return (
    <span title={tags.join(', ')} className="flex min-w-0 shrink-0 gap-1 max-md:hidden">
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <span
          key={tag}
          className="max-w-24 truncate rounded-sm border border-line bg-sunken px-1 text-small text-soft"
        >
          {tag}
        </span>
      ))}
      {left > 0 && <span className="text-small text-soft">+{left}</span>}
    </span>
  );
}

function RowCheckbox({ row, selected, onSelect }: Pick<AgentRowProps, 'row' | 'selected' | 'onSelect'>) {
  const press = (event: MouseEvent<HTMLInputElement>) => onSelect(row.id, event.shiftKey);
  return (
    <label className="relative z-10 flex size-full cursor-pointer items-center justify-center max-md:row-span-2">
      <Checkbox aria-label={`Select ${row.title}`} checked={selected} onClick={press} readOnly />
    </label>
  );
}
