'use client';
/** Which tags shall these agents carry? Of one agent all its tags; of several what to add and what to take off. */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/status';
import { TagInput } from '@/components/ui/tag-input';
import { ALL_AGENTS } from '@/lib/client/agent-filter';
import { useFacet } from '@/lib/client/use-facet';

import type { Chosen } from './list-commands';
import { formatAgents } from './row-words';

export interface TagsDialogProps {
  workspace: string;
  /** Null closes. */
  chosen: Chosen | null;
  onClose: () => void;
  /** Resolves to an error in words, or null. */
  onTag: (chosen: Chosen, add: string[], remove: string[]) => Promise<string | null>;
}

export function TagsDialog({ workspace, chosen, onClose, onTag }: TagsDialogProps) {
  return (
    <Dialog
      open={chosen !== null}
      onOpenChange={(open) => !open && onClose()}
      size="narrow"
      title={chosen?.count === 1 ? 'Tags' : `Tags of ${formatAgents(chosen?.count ?? 0)}`}
    >
      {chosen && <TagsForm {...{ workspace, chosen, onClose, onTag }} />}
    </Dialog>
  );
}

function TagsForm({ workspace, chosen, onClose, onTag }: TagsDialogProps & { chosen: Chosen }) {
  const isOne = chosen.count === 1;
  const [tags, setTags] = useState<readonly string[]>(isOne ? chosen.tags : []);
  const [off, setOff] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const known = useFacet(workspace, ALL_AGENTS, 'tags', true).data?.map(({ value }) => value) ?? [];
  const add = tags.filter((tag) => !isOne || !chosen.tags.includes(tag));
  const remove = isOne ? chosen.tags.filter((tag) => !tags.includes(tag)) : off;

  async function save() {
    if (add.length + remove.length === 0) return onClose();
    setBusy(true);
    const error = await onTag(chosen, [...add], [...remove]);
    setBusy(false);
    setProblem(error);
    if (error === null) onClose();
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={isOne ? 'Tags' : 'Add'} help="Enter or a comma after each one.">
        <TagInput values={tags} onValuesChange={setTags} suggestions={known} placeholder="Type a tag" />
      </Field>
      {!isOne && (
        <Field label="Take off">
          <TagInput values={off} onValuesChange={setOff} suggestions={known} placeholder="Type a tag" />
        </Field>
      )}
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" tone="primary" busy={busy}>
          Save tags
        </Button>
      </div>
    </form>
  );
}
