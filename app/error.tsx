'use client';

/** What is shown when a page could not be made? */

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';

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
  return (
    <PageMessage
      title="This page could not be shown"
      reference={error.digest}
      actions={
        <>
          <Button tone="primary" onClick={again}>
            Try again
          </Button>
          <ButtonLink href="/">Go to my workspace</ButtonLink>
        </>
      }
    >
      What was saved is safe.{' '}
      {error.digest ? 'The server failed while it made the page.' : 'The page failed in the browser.'}
    </PageMessage>
  );
}
