'use client';
/** How does an owner give a workspace up, or keep it after all? */

import { Download } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { formatCount } from '@/components/ui/numbers';
import { Notice, Status } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { formatMinute } from '@/lib/client/time';
import { useAction } from '@/lib/client/use-action';
import type {
  Action,
  ArchiveProgress,
  AskWorkspaceDeletionInput,
  CallOffWorkspaceDeletionInput,
  WorkspaceSummary,
} from '@/lib/contract';

import { useArchive } from './use-archive';

export interface DeleteWorkspaceProps {
  workspace: WorkspaceSummary;
  /** How long it waits. */
  days: number;
  askDeletion: Action<AskWorkspaceDeletionInput, unknown>;
  callOffDeletion: Action<CallOffWorkspaceDeletionInput, unknown>;
}

export function DeleteWorkspace(props: DeleteWorkspaceProps) {
  const { workspace } = props;
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <ExportEverything slug={workspace.slug} />
      {workspace.deletionDueAt === null ? <Ask {...props} /> : <Keep {...props} />}
    </div>
  );
}

function ExportEverything({ slug }: { slug: string }) {
  const { progress, error, begin } = useArchive(slug);
  const isRunning = progress?.state === 'running';
  return (
    <div className="flex flex-col gap-2">
      <p>
        One zip with every agent, all their versions, merges, labels, comments, members and the audit. Large
        workspaces take some minutes; the browser's downloads can cancel it. It holds what is there when it
        begins.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={<Download className="size-4" />} disabled={isRunning} onClick={begin}>
          Export everything
        </Button>
        <span role="status">{progress && <Progress progress={progress} />}</span>
      </div>
      {error && <Notice tone="bad">How far the export is cannot be told. {error.message}</Notice>}
    </div>
  );
}

function Progress({ progress: { state, written, total, at } }: { progress: ArchiveProgress }) {
  if (state === 'none') return null;
  if (state === 'running') {
    const label = total === 0 ? 'Being prepared' : `${formatCount(written)} of ${formatCount(total)} texts`;
    return (
      <span className="flex items-center gap-2">
        <progress
          aria-label="Export"
          max={Math.max(1, total)}
          {...(total > 0 && { value: written })}
          className="h-1.5 w-32"
        />
        {label}
      </span>
    );
  }
  const when = at ? ` ${formatMinute(at)}` : '';
  if (state === 'done') return <Status tone="good">Exported{when}</Status>;
  if (state === 'stopped') return <Status tone="attention">Broken off{when}. Export again.</Status>;
  return (
    <Status tone="attention" className="whitespace-normal!">
      Begun{when}, and this server does not know how it went. Unless your browser is still at it, export
      again.
    </Status>
  );
}

function Ask({ workspace, days, askDeletion }: DeleteWorkspaceProps) {
  const router = useRouter();
  const [name, setName] = useState('');
  const asking = useAction(askDeletion, () => {
    showToast({ text: `The workspace will be deleted in ${days} days`, tone: 'good' });
    router.refresh();
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    asking.run({ workspace: workspace.slug, name });
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <Field
        label="Name of the workspace"
        help={`Type ${workspace.name} to say that this one is meant. Members are told, and can read and export until it goes.`}
        problem={asking.problem('name')}
      >
        <Input
          name="name"
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {asking.error && !asking.problem('name') && <Notice tone="bad">{asking.error.message}</Notice>}
      <div>
        <Button type="submit" tone="danger" busy={asking.busy} disabled={name.trim() !== workspace.name}>
          Delete in {days} days
        </Button>
      </div>
    </form>
  );
}

function Keep({ workspace, callOffDeletion }: DeleteWorkspaceProps) {
  const router = useRouter();
  const keeping = useAction(callOffDeletion, () => {
    showToast({ text: 'The workspace stays', tone: 'good' });
    router.refresh();
  });
  return (
    <div className="flex flex-col gap-3">
      <p>
        This workspace will be deleted on {formatMinute(workspace.deletionDueAt ?? 0)}, with all its agents
        and versions. Only the audit keeps what happened.
      </p>
      {keeping.error && <Notice tone="bad">{keeping.error.message}</Notice>}
      <div>
        <Button tone="primary" busy={keeping.busy} onClick={() => keeping.run({ workspace: workspace.slug })}>
          Keep the workspace
        </Button>
      </div>
    </div>
  );
}
