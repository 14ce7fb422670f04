'use client';
/** What is the new workspace called, and where does it live? The address follows the name until it is changed. */

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/status';
import { useAction } from '@/lib/client/use-action';
import { type Action, type CreateWorkspaceInput, createWorkspaceInput, slugOf } from '@/lib/contract';

export interface WorkspaceFormProps {
  createWorkspace: Action<CreateWorkspaceInput, { slug: string }>;
}

export function WorkspaceForm({ createWorkspace }: WorkspaceFormProps) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Record<string, string[] | undefined>>({});
  const creating = useAction(createWorkspace, ({ slug }) => router.push(`/w/${slug}/agents`));
  const slug = ownSlug ?? slugOf(name);
  const problem = (field: 'name' | 'slug') => wrong[field]?.[0] ?? creating.problem(field);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = createWorkspaceInput.safeParse({ name, slug });
    if (input.success) {
      setWrong({});
      creating.run(input.data);
      return;
    }
    const found = Object.fromEntries(
      input.error.issues.map(({ path, message }) => [String(path[0]), [message]]),
    );
    setWrong(found);
    event.currentTarget.querySelector<HTMLElement>(found.name ? '[name="name"]' : '[name="slug"]')?.focus();
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {creating.error && !creating.error.fieldErrors && <Notice tone="bad">{creating.error.message}</Notice>}
      <Field label="Name" problem={problem('name')}>
        <Input
          name="name"
          autoComplete="organization"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field
        label="Address"
        help={
          <>
            {slug && (
              <>
                Its pages are at <code className="font-mono">/w/{slug}</code>.{' '}
              </>
            )}
            Lower-case letters, digits and hyphens. It stays when the name changes.
          </>
        }
        problem={problem('slug')}
      >
        <Input
          name="slug"
          mono
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={48}
          value={slug}
          onChange={(event) => setOwnSlug(event.target.value.toLowerCase())}
        />
      </Field>
      <Button type="submit" tone="primary" busy={creating.busy}>
        Create workspace
      </Button>
    </form>
  );
}
