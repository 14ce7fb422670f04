'use client';
/** Who has to have read what before it is published? */

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { formatMany } from '@/components/ui/numbers';
import { Select } from '@/components/ui/select';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import type { Action, PublishingPolicy, SetPublishingInput } from '@/lib/contract';
import type { Role } from '@/lib/policy';
import { type Member, policyStuckInWords } from '@/lib/reviews';

export interface PublishingFormProps {
  workspace: string;
  policy: PublishingPolicy;
  members: readonly Member[];
  canSet: boolean;
  setPublishing: Action<SetPublishingInput, { adopted: number }>;
}

const APPROVERS: { value: Role; label: string }[] = [
  { value: 'owner', label: 'Owners' },
  { value: 'admin', label: 'Admins and owners' },
  { value: 'editor', label: 'Editors, admins and owners' },
  { value: 'viewer', label: 'Every member' },
];

const COUNTS = [1, 2, 3, 4, 5].map((count) => ({
  value: String(count),
  label: count === 1 ? 'One approval' : `${count} approvals`,
}));

export function PublishingForm(props: PublishingFormProps) {
  const { workspace, policy, members, canSet, setPublishing } = props;
  const router = useRouter();
  const [draft, setDraft] = useState(policy);
  const [adopt, setAdopt] = useState(true);
  const saving = useAction(setPublishing, ({ adopted }) => {
    const more = adopted > 0 ? `; ${formatMany(adopted, 'agent')} published as saved last` : '';
    showToast({ text: `Saved${more}`, tone: 'good' });
    router.refresh();
  });
  const turnsOn = draft.enabled && !policy.enabled;
  const stuck = policyStuckInWords(draft, members);
  const unchanged = JSON.stringify(draft) === JSON.stringify(policy);
  const change = (part: Partial<PublishingPolicy>) => setDraft({ ...draft, ...part });

  function submit(event: FormEvent) {
    event.preventDefault();
    saving.run({ workspace, policy: draft, adopt: adopt && turnsOn });
  }

  return (
    <form onSubmit={submit} className="flex max-w-md flex-col gap-4">
      <Checkbox
        checked={draft.enabled}
        disabled={!canSet}
        onChange={(event) => change({ enabled: event.target.checked })}
        label="Exports give what is published"
        detail="Each change is read and approved before it goes out. While this is off, they give what was saved last."
      />
      {turnsOn && (
        <Checkbox
          checked={adopt}
          onChange={(event) => setAdopt(event.target.checked)}
          label="Publish all agents as they are now"
          detail="Otherwise exports hold nothing until something was reviewed."
        />
      )}
      <Field label="Who may approve">
        <Select
          options={APPROVERS}
          value={draft.approver}
          disabled={!canSet}
          onValueChange={(approver) => change({ approver })}
        />
      </Field>
      <Field label="How many have to">
        <Select
          options={COUNTS}
          value={String(draft.approvals)}
          disabled={!canSet}
          onValueChange={(count) => change({ approvals: Number(count) })}
        />
      </Field>
      <Checkbox
        checked={draft.authorsApprove}
        disabled={!canSet}
        onChange={(event) => change({ authorsApprove: event.target.checked })}
        label="Authors may approve their own work"
        detail="Whoever works alone needs this."
      />
      <Checkbox
        checked={draft.wideningNeedsAdmin}
        disabled={!canSet}
        onChange={(event) => change({ wideningNeedsAdmin: event.target.checked })}
        label="What lets an agent do more takes an admin or owner"
      />
      {stuck.length > 0 && (
        <div aria-live="polite">
          <Notice tone="attention">
            {stuck.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </div>
      )}
      {saving.error && <Notice tone="bad">{saving.error.message}</Notice>}
      {canSet && (
        <div>
          <Button type="submit" busy={saving.busy} disabled={unchanged}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}
