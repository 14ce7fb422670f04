'use client';
/** What is a template called, and what is it good for? Asked when one is made, and when it gets other words. */

import { type FormEvent, useId } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import type { Action, CreateTemplateInput, TemplateContent } from '@/lib/contract';

export interface TemplateDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspace: string;
  /** What is kept: asked when the dialog is sent. */
  content: () => TemplateContent;
  createTemplate: Action<CreateTemplateInput, unknown>;
}

export function TemplateDialog({ workspace, content, createTemplate, ...dialog }: TemplateDialogProps) {
  const saving = useAction(createTemplate, (_, { title }) => {
    dialog.onOpenChange(false);
    showToast({ text: `“${title}” is a template now. New agents can begin from it.`, tone: 'good' });
  });
  return (
    <TemplateWords
      {...dialog}
      title="Save as template"
      description="Kept to the byte. New agents begin from it under a name that is free."
      words={content()}
      saving={saving}
      onSave={(words) => saving.run({ workspace, ...words, text: content().text })}
    />
  );
}

type Words = Pick<TemplateContent, 'title' | 'purpose'>;

export interface TemplateWordsProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  words: Words;
  saving: Pick<ReturnType<typeof useAction>, 'busy' | 'error' | 'problem'>;
  onSave: (words: Words) => void;
}

/** Title and purpose, to be filled in. */
export function TemplateWords({ words, saving, onSave, ...dialog }: TemplateWordsProps) {
  const form = useId();
  const { busy, error, problem } = saving;
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    onSave({ title: String(said.get('title')), purpose: String(said.get('purpose')) });
  }
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button form={form} type="submit" tone="primary" busy={busy}>
            Save template
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="flex flex-col gap-4">
        {error && !error.fieldErrors && <Notice tone="bad">{error.message}</Notice>}
        <Field label="Title" problem={problem('title')}>
          <Input name="title" defaultValue={words.title} maxLength={80} autoComplete="off" />
        </Field>
        <Field
          label="Purpose"
          help="What it is good for, in a line; shown beside it when somebody begins an agent."
          problem={problem('purpose')}
        >
          <Input name="purpose" defaultValue={words.purpose} maxLength={160} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}
