import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { CONFIG } from './config';
import { createProfile } from './profile';
import { createSimilarityIndex } from './similarity-index';
import type { Pair } from './types';

const corpus = join(resolve(process.env.MUSTER_SHARED ?? '../shared'), 'corpus');
const present = existsSync(corpus);
if (!present) console.warn(`skipped: no corpus at ${corpus} (set MUSTER_SHARED)`);

describe.skipIf(!present)('pairs among real files', () => {
  const index = createSimilarityIndex();
  const files = !present
    ? []
    : readdirSync(join(corpus, 'files'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => `files/${file}`)
        .sort();
  for (const file of files) index.add(file, createProfile(readFileSync(join(corpus, file), 'utf8')));
  const found = new Map<string, Pair>();
  const search = index.pairs();
  for (let step = search.next(); ; step = search.next()) {
    if (!step.done) continue;
    for (const pair of step.value) found.set(`${pair.a} ${pair.b}`, pair);
    break;
  }

  test('every copy that was measured elsewhere is found, as a copy or the same file', () => {
    const [, ...rows] = readFileSync(join(corpus, 'pairs.tsv'), 'utf8').trimEnd().split('\n');
    let copies = 0;
    for (const row of rows) {
      const [jaccard, containment, a = '', b = ''] = row.split('\t');
      if (Number(jaccard) < CONFIG.copy.jaccard && Number(containment) < CONFIG.copy.containment) continue;
      copies += 1;
      const pair = found.get(a < b ? `${a} ${b}` : `${b} ${a}`);
      expect(pair?.tier, row).toMatch(/^(?:same|copy)$/);
      expect(pair?.jaccard.toFixed(4)).toBe(jaccard);
    }
    expect(copies).toBeGreaterThan(150);
  });

  test('asked about one file, the index names the same ones', () => {
    let wanted = 0;
    for (const file of files.filter((_, at) => at % 8 === 0)) {
      const own = [...found.values()].filter(({ a, b }) => a === file || b === file);
      const profile = createProfile(readFileSync(join(corpus, file), 'utf8'));
      const asked = index.neighbours(profile, { except: file, limit: files.length });
      const named = new Map(asked.map(({ id, tier, score }) => [id, `${tier} ${score}`]));
      for (const { a, b, tier, score } of own)
        expect(named.get(a === file ? b : a), `${a} ${b}`).toBe(`${tier} ${score}`);
      expect(named.size).toBe(own.length);
      wanted += own.length;
    }
    expect(wanted).toBeGreaterThan(100);
  });

  test('comparing all with all finds no other copy, and hardly a role more', () => {
    const wanted = { same: 0, copy: 0, role: 0 };
    const missed = { same: 0, copy: 0, role: 0 };
    for (const [at, a] of files.entries()) {
      for (const b of files.slice(at + 1)) {
        const score = index.score(a, b);
        if (!score || (score.tier === 'role' && score.score < CONFIG.role.threshold)) continue;
        wanted[score.tier] += 1;
        const pair = found.get(`${a} ${b}`);
        const { role: _, ...figures } = score;
        if (pair) expect(pair).toMatchObject(figures);
        else missed[score.tier] += 1;
      }
    }
    expect(wanted.role).toBeGreaterThan(300);
    expect(missed).toMatchObject({ same: 0, copy: 0 });
    expect(1 - missed.role / wanted.role).toBeGreaterThanOrEqual(0.98);
    expect(found.size).toBe(wanted.same + wanted.copy + wanted.role - missed.role);
  });
});
