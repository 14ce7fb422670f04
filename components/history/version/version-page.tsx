'use client';
/** One version, read only: what it says, who last touched each line, and what can be done with it. */

import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Download, GitCompareArrows, RotateCcw, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { Avatar } from '@/components/people/avatar';
import { PageHeader } from '@/components/shell/page-header';
import { KeyLine } from '@/components/shortcuts/key-line';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { Button, ButtonLink, buttonClass } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import { VERSION_KEYS } from '@/lib/client/shortcuts/history';
import type { BlameAnswer, VersionDocument } from '@/lib/contract';

import { LabelChip } from '../label-chip';
import { Others } from '../others';
import { agentPath, blamePath, comparePath, historyPath, versionFilePath, versionPath } from '../paths';
import { type HistoryActions, useHistoryActions } from '../use-history-actions';
import { VersionText } from './version-text';

export interface VersionPageProps extends HistoryActions {
  document: VersionDocument;
  /** Whether the address asks who touched the lines. */
  blamed: boolean;
}

export function VersionPage({ document, blamed, ...actions }: VersionPageProps) {
  const { agent, version, text } = document;
  const { number } = version;
  const router = useRouter();
  const [isBlaming, setBlaming] = useState(blamed);
  const blame = useQuery({
    queryKey: ['blame', agent.workspace, agent.id, number],
    queryFn: ({ signal }) => requestJson<BlameAnswer>(blamePath(agent, number), { signal }),
    enabled: isBlaming,
    staleTime: Number.POSITIVE_INFINITY,
  });
  function toggle() {
    setBlaming(!isBlaming);
    const { pathname, hash } = window.location;
    window.history.replaceState(null, '', `${pathname}${isBlaming ? '' : '?lines=who'}${hash}`);
  }
  const { former, next } = document;
  const go = (path: string) => () => router.push(path);
  useShortcuts(VERSION_KEYS, {
    earlier: former === null ? undefined : go(versionPath(agent, former)),
    later: next === null ? undefined : go(versionPath(agent, next)),
    changes: former === null ? undefined : go(comparePath(agent, former, number)),
    who: toggle,
  });
  return (
    <>
      <PageHeader
        trail={[
          { label: 'Agents', href: `/w/${agent.workspace}/agents` },
          { label: agent.title, href: agentPath(agent) },
          { label: 'History', href: historyPath(agent) },
        ]}
        title={`v${number}`}
        actions={<Actions document={document} {...actions} />}
      />
      <main className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-5xl flex-col gap-3 px-4 py-4 md:px-6">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Saved document={document} />
            <Button
              size="dense"
              aria-pressed={isBlaming}
              busy={isBlaming && blame.isFetching}
              onClick={toggle}
              icon={<Users className="size-3.5" aria-hidden="true" />}
              className="aria-pressed:bg-accent-soft aria-pressed:text-accent md:ml-auto"
            >
              Who wrote it
            </Button>
          </div>
          {isBlaming && blame.error && (
            <RetryNotice onRetry={() => void blame.refetch()}>
              Who touched the lines could not be found out. {blame.error.message}
            </RetryNotice>
          )}
          {isBlaming && (blame.data?.bound.length ?? 0) > 0 && (
            <p className="text-soft">
              Lines marked ≤ are older than the {blame.data?.looked} versions that were looked at, or come
              from one that is gone.
            </p>
          )}
          <VersionText agent={agent} text={text} blame={(isBlaming && blame.data) || null} />
        </div>
      </main>
      <KeyLine keys={VERSION_KEYS} />
    </>
  );
}

function Saved({ document }: { document: VersionDocument }) {
  const { agent, version, former, next } = document;
  const { savedBy, savedById, others, savedAt, message, labels, versionId } = version;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <Avatar id={savedById} name={savedBy} decorative />
      <span>{savedBy}</span>
      <Others people={others} />
      <TimeAgo time={savedAt} className="text-soft" />
      {versionId === agent.head.versionId && <span className="text-small text-soft">last version</span>}
      {labels.map((name) => (
        <LabelChip key={name} name={name} />
      ))}
      {message && <span className="min-w-0 wrap-anywhere">{message}</span>}
      <span className="flex gap-1">
        {former !== null && (
          <ButtonLink
            size="dense"
            tone="quiet"
            prefetch={false}
            href={versionPath(agent, former)}
            icon={<ChevronLeft className="size-3.5" aria-hidden="true" />}
          >
            v{former}
          </ButtonLink>
        )}
        {next !== null && (
          <ButtonLink size="dense" tone="quiet" prefetch={false} href={versionPath(agent, next)}>
            v{next}
            <ChevronRight className="size-3.5" aria-hidden="true" />
          </ButtonLink>
        )}
      </span>
    </div>
  );
}

function Actions({ document, ...actions }: { document: VersionDocument } & HistoryActions) {
  const { agent, version, former } = document;
  const moves = useHistoryActions(agent, actions, agent.head.versionId);
  const isHead = version.versionId === agent.head.versionId;
  const icon = <GitCompareArrows className="size-4" aria-hidden="true" />;
  return (
    <>
      {former !== null && (
        <ButtonLink
          tone="quiet"
          prefetch={false}
          href={comparePath(agent, former, version.number)}
          icon={icon}
        >
          Changes
        </ButtonLink>
      )}
      <a href={versionFilePath(agent, version.number)} download className={buttonClass()}>
        <Download className="size-4" aria-hidden="true" />
        Download
      </a>
      {!isHead && agent.rights.restore && (
        <Button
          tone="primary"
          busy={moves.busy}
          onClick={() => void moves.restore(version)}
          icon={<RotateCcw className="size-4" aria-hidden="true" />}
        >
          Restore
        </Button>
      )}
    </>
  );
}
