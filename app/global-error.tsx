'use client';
/** What is shown when not even the frame of the pages could be made? */

import './globals.css';

import { pageFault } from '@/components/shell/page-fault';
import { PageMessage } from '@/components/shell/page-message';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { buttonClass } from '@/components/ui/button';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const cookies = typeof document === 'undefined' ? '' : document.cookie;
  const theme = readTheme(cookies.match(new RegExp(`${THEME_COOKIE}=(\\w+)`))?.[1]);
  const { reference, words } = pageFault(error);
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <title>Muster could not be shown</title>
        <PageMessage
          title="Muster could not be shown"
          reference={reference}
          actions={
            // Full loads on purpose: the router is part of what failed.
            <>
              <button
                type="button"
                onClick={() => window.location.reload()}
                className={buttonClass('primary')}
              >
                Reload
              </button>
              <a href="/" className={buttonClass()}>
                Go to my workspace
              </a>
            </>
          }
        >
          What was saved is safe. {words}
        </PageMessage>
      </body>
    </html>
  );
}
