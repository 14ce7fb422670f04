import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';

import { compareShingles, listShingles } from './shingles';

const corpus = join(resolve(process.env.MUSTER_SHARED ?? '../shared'), 'corpus');
const present = existsSync(corpus);
if (!present) console.warn(`skipped: no corpus at ${corpus} (set MUSTER_SHARED)`);

describe.skipIf(!present)('copies among real files', () => {
  test('every pair has the Jaccard and the containment that were measured elsewhere', () => {
    const read = (file: string) => {
      const agent = readAgentFile(readFileSync(join(corpus, file), 'utf8'));
      return listShingles(agent.text.slice(agent.body.from, agent.body.to));
    };
    const [, ...rows] = readFileSync(join(corpus, 'pairs.tsv'), 'utf8').trimEnd().split('\n');
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      const [jaccard, containment, a = '', b = ''] = row.split('\t');
      const found = compareShingles(read(a), read(b));
      expect([found.jaccard.toFixed(4), found.containment.toFixed(4), a, b]).toEqual([
        jaccard,
        containment,
        a,
        b,
      ]);
    }
  });
});
