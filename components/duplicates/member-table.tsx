'use client';
/** Which agents are in the cluster? Each leads to its editor. */

import Link from 'next/link';

import { formatTokens, statusOf } from '@/components/agents/row-words';
import { Status, type Tone } from '@/components/ui/status';
import { TimeAgo } from '@/lib/client/now';
import type { DuplicateMember } from '@/lib/contract';

export interface MemberTableProps {
  workspace: string;
  members: readonly DuplicateMember[];
  /** The numbers by which the matrix names them. */
  numbered: boolean;
}

export function MemberTable({ workspace, members, numbered }: MemberTableProps) {
  return (
    <ol className="min-w-0 rounded-md border border-line bg-surface" aria-label="Members">
      {members.map((member, at) => (
        <Member
          key={member.agentId}
          member={member}
          number={numbered ? at + 1 : null}
          href={`/w/${workspace}/agents/${member.agentId}`}
        />
      ))}
    </ol>
  );
}

interface MemberProps {
  member: DuplicateMember;
  number: number | null;
  href: string;
}

function Member({ member, number, href }: MemberProps) {
  const { title, description, model, descriptionTokens, bodyTokens, updatedAt } = member;
  const status = standingOf(member);
  return (
    <li className="relative flex min-h-9 items-center gap-x-3 px-3 hover:bg-hover has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent not-last:border-b not-last:border-line max-md:flex-wrap max-md:py-1.5">
      {number !== null && (
        <span className="w-5 shrink-0 text-right text-soft" aria-hidden="true">
          {number}
        </span>
      )}
      <span title={status.meaning} className="relative z-10 flex w-24 shrink-0 max-md:order-2 max-md:w-auto">
        <Status tone={status.tone}>{status.word}</Status>
      </span>
      <Link
        href={href}
        prefetch={false}
        className="w-52 shrink-0 truncate font-mono text-code font-medium outline-none after:absolute after:inset-0 max-md:w-auto max-md:min-w-0 max-md:flex-1 max-md:shrink"
      >
        {title}
      </Link>
      <span
        title={description}
        className="relative z-10 min-w-0 flex-1 truncate text-soft max-md:pointer-events-none max-md:order-3 max-md:basis-full"
      >
        {description.replace(/\s+/gu, ' ')}
      </span>
      <span className="w-16 shrink-0 truncate text-soft max-lg:hidden">{model ?? '–'}</span>
      <span
        title={`Estimated: description ${formatTokens(descriptionTokens)}, body ${formatTokens(bodyTokens)}`}
        className="relative z-10 w-16 shrink-0 text-right text-soft max-lg:hidden"
      >
        {formatTokens(descriptionTokens + bodyTokens)}
      </span>
      <TimeAgo time={updatedAt} className="relative z-10 w-20 shrink-0 text-right text-soft max-lg:hidden" />
    </li>
  );
}

/** Of those that share a name Claude Code loads one, and it is not said which: to call each of them hidden would be wrong. */
function standingOf(member: DuplicateMember): { word: string; tone: Tone; meaning?: string } {
  if (!member.loads || !member.hidden) return statusOf(member);
  return {
    word: 'name clash',
    tone: 'attention',
    meaning: 'Same name as another agent: Claude Code loads only one of them.',
  };
}
