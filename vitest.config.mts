import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = [
  { find: /^@\//, replacement: root },
  { find: /^server-only$/, replacement: `${root}scripts/empty-module.mjs` },
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{lib,db,cli,app,components,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.corpus.test.ts', '**/node_modules/**'],
          server: { deps: { inline: ['next-auth'] } },
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'corpus',
          environment: 'node',
          include: ['{lib,db,cli}/**/*.corpus.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
