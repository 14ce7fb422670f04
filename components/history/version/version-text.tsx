'use client';
/** What does a version say, line by line, and who last touched each? */

import Link from 'next/link';
import { useState } from 'react';

import { Avatar } from '@/components/people/avatar';
import { Button } from '@/components/ui/button';
import type { BlameAnswer } from '@/lib/contract';

import { type AgentPath, versionPath } from '../paths';

/** So many lines are shown at first: a page of tens of thousands stands still. */
const FIRST = 3_000;

export interface VersionTextProps {
  agent: AgentPath;
  text: string;
  /** Null while nobody asks, or before it is known. */
  blame: BlameAnswer | null;
}

export function VersionText({ agent, text, blame }: VersionTextProps) {
  const [isAll, setAll] = useState(false);
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const shown = isAll ? lines : lines.slice(0, FIRST);
  const bound = new Set(blame?.bound);
  return (
    <>
      <ol
        aria-label="The file, line by line"
        className="overflow-hidden rounded-md border border-line font-mono text-code"
      >
        {shown.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines do not move
          <li key={at} id={`L${at + 1}`} className="flex target:bg-accent-soft">
            {blame && <Toucher agent={agent} blame={blame} at={at} isBound={bound.has(at)} />}
            <a
              href={`#L${at + 1}`}
              aria-label={`Line ${at + 1}`}
              className="w-11 shrink-0 pr-2 text-right text-soft select-none hover:text-accent"
            >
              {at + 1}
            </a>
            <span className="min-w-0 flex-1 pr-2 wrap-anywhere whitespace-pre-wrap">{line || ' '}</span>
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <Button size="dense" className="mt-2" onClick={() => setAll(true)}>
          Show all {lines.length.toLocaleString('en-US')} lines
        </Button>
      )}
    </>
  );
}

interface ToucherProps {
  agent: AgentPath;
  blame: BlameAnswer;
  at: number;
  isBound: boolean;
}

/** Said at the first of the lines that one version put there. */
function Toucher({ agent, blame, at, isBound }: ToucherProps) {
  const { versions, lines } = blame;
  const version = versions[lines[at] ?? -1];
  const isFirst = at === 0 || lines[at - 1] !== lines[at];
  if (!version) return <span className={COLUMN} />;
  if (!isFirst) return <span className={COLUMN} aria-hidden="true" />;
  const { number, savedBy, savedById, agentId, title, message } = version;
  const isOwn = agentId === agent.id;
  const name = `${isOwn ? '' : `${title} `}v${number}`;
  return (
    <span className={`${COLUMN} border-t in-[li:first-child]:border-t-0`}>
      <Avatar id={savedById} name={savedBy} className="size-4.5!" />
      <span className="min-w-0 flex-1 truncate text-soft max-md:hidden">{savedBy}</span>
      <Link
        href={versionPath({ workspace: agent.workspace, id: agentId }, number)}
        prefetch={false}
        title={[isOwn ? '' : title, message ?? ''].filter(Boolean).join(': ') || undefined}
        className="shrink-0 truncate rounded-sm text-accent hover:underline"
      >
        {isBound && (
          <>
            <span aria-hidden="true">≤ </span>
            <span className="sr-only">in or before </span>
          </>
        )}
        {isOwn ? name : <span className="inline-block max-w-24 truncate align-bottom">{name}</span>}
      </Link>
    </span>
  );
}

const COLUMN =
  'flex w-20 shrink-0 items-start gap-1.5 border-r border-line bg-sunken px-1.5 font-sans text-small leading-5 md:w-52';
