'use client';
/** How does somebody come to the form that invites? Where there is a keyboard, right into its first field. */

import { UserRoundPlus } from 'lucide-react';

import { ButtonLink } from '@/components/ui/button';

/** `section` is the id of the heading above the form. */
export function InviteLink({ section }: { section: string }) {
  function enter() {
    // A phone would cover with its keyboard what was asked for.
    if (!matchMedia('(min-width: 48rem)').matches) return;
    document
      .getElementById(section)
      ?.closest('section')
      ?.querySelector<HTMLElement>('form :is(textarea, [role=combobox])')
      ?.focus({ focusVisible: true });
  }
  return (
    <ButtonLink
      tone="primary"
      href={`#${section}`}
      onClick={enter}
      icon={<UserRoundPlus className="size-4" />}
    >
      Invite people
    </ButtonLink>
  );
}
