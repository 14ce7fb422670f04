import { availableParallelism } from 'node:os';
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
    // Many tests wait for a disk or a process: on two cores, too, two files at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
