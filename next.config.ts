import type { NextConfig } from 'next';

import { SECURITY_HEADERS } from './lib/server/answer-headers';

/** A proxy in front may ask us under another name than the one that people type. */
const publicHost = URL.canParse(process.env.MUSTER_URL ?? '')
  ? [new URL(process.env.MUSTER_URL ?? '').host]
  : [];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Without it `next dev` writes instruction files for coding assistants into the checkout.
  agentRules: false,
  // `npm test` checks the types of everything, tests too; a first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // No page shows an image file: what nobody uses need not fetch and decode for strangers.
  images: { unoptimized: true },
  // Of Yjs, too, there has to be one: two copies take each other's parts for something else.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pg', 'nodemailer', 'yjs'],
  // Parts of markdown-it that the page does not need: together a tenth of what the editor may weigh.
  turbopack: {
    resolveAlias: {
      entities: { browser: './lib/markdown/browser/entities.ts' },
      'linkify-it': { browser: './lib/markdown/browser/linkify.ts' },
    },
  },
  // Migrations are read from disk at the start.
  outputFileTracingIncludes: { '/*': ['./drizzle/**/*'] },
  experimental: {
    // A file of 1 MiB whose every character has to be escaped on its way.
    serverActions: { bodySizeLimit: '8mb', allowedOrigins: publicHost },
  },
  // The server sets them on all that it answers; these are for requests that come while it is still starting.
  headers: async () => [
    {
      source: '/:path*',
      headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
};

export default config;
