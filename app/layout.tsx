/** What does every page share? Language, theme, type, and the nonce of the content security policy. */

import './globals.css';

import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';

import { PagePolicy } from '@/components/shell/page-policy';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';

export const metadata: Metadata = {
  title: { default: 'Muster', template: '%s · Muster' },
  description: 'Compose, check, consolidate and ship the definitions of your AI agents.',
  robots: { index: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered on request: a nonce cannot be prerendered.
  await connection();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html
      lang="en"
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <PagePolicy nonce={nonce}>
          <div className="isolate min-h-dvh">{children}</div>
        </PagePolicy>
      </body>
    </html>
  );
}
