'use client';
/** Nobody could approve this: what helps, and who can do it? */

import { useShell } from '@/components/shell/shell-context';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import { can } from '@/lib/policy';

export function Stuck({ workspace, stuck }: { workspace: string; stuck: readonly string[] }) {
  const { workspace: here } = useShell();
  const canSet = here !== null && can(here.role, 'publishing:set');
  return (
    <Notice tone="attention">
      {stuck.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {canSet ? (
        <ButtonLink size="dense" className="mt-2" href={`/w/${workspace}/settings#publishing`}>
          Change the policy
        </ButtonLink>
      ) : (
        <p>An owner or admin can do that.</p>
      )}
    </Notice>
  );
}
