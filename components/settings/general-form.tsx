'use client';
/** What is the workspace called? */

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import type { Action, RenameWorkspaceInput, WorkspaceSummary } from '@/lib/contract';

export interface GeneralFormProps {
  workspace: WorkspaceSummary;
  canRename: boolean;
  renameWorkspace: Action<RenameWorkspaceInput, unknown>;
}

export function GeneralForm({ workspace, canRename, renameWorkspace }: GeneralFormProps) {
  const router = useRouter();
  const [name, setName] = useState(workspace.name);
  const renaming = useAction(renameWorkspace, () => {
    showToast({ text: 'Renamed', tone: 'good' });
    router.refresh();
  });
  const unchanged = name.trim() === workspace.name;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!unchanged) renaming.run({ workspace: workspace.slug, name });
  }

  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4">
      <Field
        label="Name"
        help={
          canRename || workspace.deletionDueAt !== null
            ? undefined
            : 'Owners and admins can rename the workspace.'
        }
        problem={renaming.problem('name') ?? renaming.error?.message}
      >
        <Input
          name="name"
          maxLength={80}
          value={name}
          readOnly={!canRename}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label="Address" help="Links lead here: it does not change.">
        <Input mono readOnly value={`/w/${workspace.slug}`} />
      </Field>
      {canRename && (
        <div>
          <Button type="submit" busy={renaming.busy} disabled={unchanged || name.trim() === ''}>
            Rename
          </Button>
        </div>
      )}
    </form>
  );
}
