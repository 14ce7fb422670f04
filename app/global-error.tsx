'use client';
/** What is shown when not even the frame of the pages could be made? */

import './globals.css';

import { PageMessage } from '@/components/shell/page-message';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { buttonClass } from '@/components/ui/button';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const cookies = typeof document === 'undefined' ? '' : document.cookie;
  const theme = readTheme(cookies.match(new RegExp(`${THEME_COOKIE}=(\\w+)`))?.[1]);
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <title>Muster could not be shown</title>
        <PageMessage
          title="Muster could not be shown"
          reference={error.digest}
          actions={
            // A full load on purpose: the router is part of what failed.
            <a href="/" className={buttonClass('primary')}>
              Reload
            </a>
          }
        >
          What was saved is safe. If this stays, the terminal that runs Muster says why.
        </PageMessage>
      </body>
    </html>
  );
}
