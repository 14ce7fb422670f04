/** What is shown at an address where there is nothing, or nothing for this person? */

import type { Metadata } from 'next';

import { PageMessage } from '@/components/shell/page-message';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <PageMessage
      title="There is nothing at this address"
      actions={
        <ButtonLink href="/" tone="primary">
          Go to my workspace
        </ButtonLink>
      }
    >
      It may have been deleted or renamed, or it belongs to a workspace that you are not, or no longer, a
      member of. Whoever sent you the link, or an admin of that workspace, can invite you. What you typed and
      did not save is kept on this device.
    </PageMessage>
  );
}
