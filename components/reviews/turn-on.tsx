'use client';
/** Publishing is off: what would it do, and who can turn it on? */

import { useIsDue } from '@/components/shell/shell-context';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';

export function TurnOn({ workspace, canTurnOn }: { workspace: string; canTurnOn: boolean }) {
  const isDue = useIsDue();
  return (
    <div className="p-4">
      <Notice
        tone="neutral"
        actions={
          canTurnOn && (
            <ButtonLink size="dense" href={`/w/${workspace}/settings#publishing`}>
              Turn it on
            </ButtonLink>
          )
        }
      >
        This workspace does not publish yet: exports give what was saved last. Once publishing is on, they
        give what somebody has read and approved.
        {!canTurnOn && !isDue && ' An owner or admin can turn it on in the settings.'}
      </Notice>
    </div>
  );
}
