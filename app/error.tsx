'use client';

/** What is shown when a page could not be made? */

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';

import { pageFault } from '@/components/shell/page-fault';
import { PageMessage } from '@/components/shell/page-message';
import { Button, ButtonLink } from '@/components/ui/button';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  const { reference, words, needsReload } = pageFault(error);
  return (
    <PageMessage
      title="This page could not be shown"
      reference={reference}
      actions={
        <>
          <Button tone="primary" onClick={needsReload ? () => window.location.reload() : again}>
            {needsReload ? 'Reload' : 'Try again'}
          </Button>
          <ButtonLink href="/">Go to my workspace</ButtonLink>
        </>
      }
    >
      What was saved is safe. {words}
    </PageMessage>
  );
}
