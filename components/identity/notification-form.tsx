'use client';
/** What comes by e-mail, too? One box for each kind; the inbox has them all. */

import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import type {
  Action,
  ChangeNotificationsInput,
  NotificationKind,
  NotificationSettings,
} from '@/lib/contract';

import { FormProblem } from './form-problem';
import { useActionForm } from './use-action-form';

const KINDS: Record<NotificationKind, string> = {
  mention: 'Somebody names you in a comment',
  reply: 'Somebody answers where you wrote',
  review: 'Your review is asked for',
  decision: 'A proposal of yours is approved, sent back or published',
  merge: 'An agent that you made or changed goes into another',
};

export interface NotificationFormProps {
  action: Action<ChangeNotificationsInput, unknown>;
  settings: NotificationSettings;
  email: string;
  /** Whether the server sends e-mail at all. */
  canMail: boolean;
}

export function NotificationForm({ action, settings, email, canMail }: NotificationFormProps) {
  const [done, setDone] = useState(false);
  const { form, error, busy } = useActionForm({
    action,
    read: (data) => {
      setDone(false);
      return { email: data.getAll('kind') as NotificationKind[] };
    },
    onDone: () => setDone(true),
  });
  if (!canMail) {
    return (
      <p className="text-prose text-soft">
        This server sends no e-mail: nobody has set up a mail server for it. What concerns you waits in the
        inbox of each workspace.
      </p>
    );
  }
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormProblem error={error} />
      <Field as="group" label={`Sent to ${email}`} help="The inbox of each workspace has all of them.">
        <div className="flex flex-col gap-2 py-1">
          {(Object.keys(KINDS) as NotificationKind[]).map((kind) => (
            <Checkbox
              key={kind}
              name="kind"
              value={kind}
              label={KINDS[kind]}
              defaultChecked={settings.email.includes(kind)}
            />
          ))}
        </div>
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" busy={busy}>
          Save notifications
        </Button>
        <p role="status" className="text-ui text-good">
          {done && 'Saved.'}
        </p>
      </div>
    </form>
  );
}
