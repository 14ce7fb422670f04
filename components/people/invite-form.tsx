'use client';
/** Who is to join, as what, and how do they hear of it? By e-mail, or by a link that one sends oneself. */

import { Link2, Mail } from 'lucide-react';
import { type FormEvent, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Notice } from '@/components/ui/status';
import { TabList, Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import type { RunningAction } from '@/lib/client/use-action';
import type { ActionError, CreateInvitationInput, InviteByEmailInput } from '@/lib/contract';
import { canManage, type Role } from '@/lib/policy';

import { addressesIn } from './addresses';
import { ROLE_WORDS } from './role-words';

type InvitedRole = CreateInvitationInput['role'];
const INVITED_ROLES: readonly InvitedRole[] = ['admin', 'editor', 'viewer'];

/** How long a link may stay open, and for how many people, as the select boxes hold it. */
const DAYS = { '1': 1, '7': 7, '30': 30 } as const;
const USES = { '1': 1, '5': 5, '25': 25 } as const;
const DAY_OPTIONS = (Object.keys(DAYS) as (keyof typeof DAYS)[]).map((value) => ({
  value,
  label: value === '1' ? '1 day' : `${value} days`,
}));
const USE_OPTIONS = (Object.keys(USES) as (keyof typeof USES)[]).map((value) => ({
  value,
  label: value === '1' ? '1 person' : `${value} people`,
}));

type Way = 'mail' | 'link';
const WAYS = [
  { value: 'mail', label: 'By e-mail' },
  { value: 'link', label: 'By link' },
] as const;

export interface InviteFormProps {
  workspace: string;
  myRole: Role;
  /** Whether the server sends e-mail. */
  canMail: boolean;
  linking: RunningAction<CreateInvitationInput>;
  mailing: RunningAction<InviteByEmailInput>;
  /** What is typed, kept by the parent, which empties it when all of it is sent. */
  addresses: string;
  onAddresses: (typed: string) => void;
}

export function InviteForm(props: InviteFormProps) {
  const { workspace, myRole, canMail, linking, mailing, addresses, onAddresses } = props;
  const [way, setWay] = useState<Way>(canMail ? 'mail' : 'link');
  const [role, setRole] = useState<InvitedRole>('editor');
  const [days, setDays] = useState<keyof typeof DAYS>('7');
  const [uses, setUses] = useState<keyof typeof USES>('1');
  const roles = INVITED_ROLES.filter((each) => canManage(myRole, each, each));
  const isMail = way === 'mail';
  const running = isMail ? mailing : linking;
  const emails = addressesIn(addresses);
  const problem = addressProblem(mailing.error, emails);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (running.busy) return;
    if (isMail) mailing.run({ workspace, role, days: DAYS[days], emails });
    else linking.run({ workspace, role, days: DAYS[days], uses: USES[uses] });
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      {running.error && !(isMail && problem) && <Notice tone="bad">{running.error.message}</Notice>}
      {canMail && (
        <Tabs<Way> value={way} onValueChange={setWay}>
          <TabList label="How people are invited" tabs={WAYS} className="px-0!" />
        </Tabs>
      )}
      {isMail && (
        <Field
          label="E-mail addresses"
          help="One or several, apart by commas, blanks or lines."
          problem={problem}
        >
          <Textarea
            name="emails"
            rows={2}
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            value={addresses}
            onChange={(event) => onAddresses(event.target.value)}
          />
        </Field>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Role" className="w-44">
          <Select<InvitedRole>
            value={role}
            onValueChange={setRole}
            options={roles.map((each) => ({ value: each, ...ROLE_WORDS[each] }))}
          />
        </Field>
        <Field label="Open for" className="w-28">
          <Select value={days} onValueChange={setDays} options={DAY_OPTIONS} />
        </Field>
        {!isMail && (
          <Field label="Lets in" className="w-28">
            <Select value={uses} onValueChange={setUses} options={USE_OPTIONS} />
          </Field>
        )}
        <Button
          type="submit"
          tone={isMail ? 'primary' : 'plain'}
          busy={running.busy}
          icon={isMail ? <Mail className="size-4" /> : <Link2 className="size-4" />}
        >
          {isMail
            ? emails.length > 1
              ? `Invite ${emails.length} people`
              : 'Send invitation'
            : 'Create link'}
        </Button>
      </div>
    </form>
  );
}

/** Which of the addresses is wrong, and how; undefined when it is none of them. */
function addressProblem(error: ActionError | null, emails: readonly string[]): string | undefined {
  const [[path, [words] = []] = []] = Object.entries(error?.fieldErrors ?? {});
  const [, at] = /^emails\.(\d+)/.exec(path ?? '') ?? [];
  const which = at === undefined ? undefined : emails[Number(at)];
  return which ? `“${which}” is no e-mail address. Correct it, or leave it out.` : words;
}
