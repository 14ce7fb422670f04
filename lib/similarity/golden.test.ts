/** Does the role tier find what was written to be found, and nothing that was written to mislead it? */

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { rateClusters } from './golden/pairwise';
import { createProfile } from './profile';
import { createSimilarityIndex } from './similarity-index';

const FOLDER = fileURLToPath(new URL('./golden', import.meta.url));

const labels = new Map(
  fs
    .readFileSync(path.join(FOLDER, 'roles.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row): [string, string] => {
      const [role = '', file = ''] = row.split('\t');
      return [file, role];
    }),
);
const profiles = new Map(
  [...labels.keys()].map((file) => [
    file,
    createProfile(fs.readFileSync(path.join(FOLDER, 'files', file), 'utf8')),
  ]),
);

function clusterFiles(files: readonly string[]): string[][] {
  const index = createSimilarityIndex();
  for (const file of files) index.add(file, profiles.get(file) as ReturnType<typeof createProfile>);
  const search = index.clusters();
  for (;;) {
    const step = search.next();
    if (step.done) return step.value.map(({ members }) => [...members].sort()).sort();
  }
}

const files = [...labels.keys()];
const clusters = clusterFiles(files);
const languageOf = (file: string) => profiles.get(file)?.language ?? 'en';

describe('golden agents', () => {
  // Floors stand a little under what was measured: .88 and .80 of all pairs (docs/benchmarks.md).
  test('agents of one role come together, others stay apart', () => {
    const { precision, recall } = rateClusters(labels, clusters);
    expect(precision).toBeGreaterThanOrEqual(0.86);
    expect(recall).toBeGreaterThanOrEqual(0.78);
  });

  test('a translation is found as well as a paraphrase', () => {
    const { precision, recall } = rateClusters(labels, clusters, (a, b) => languageOf(a) !== languageOf(b));
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.83);
  });

  test('the order in which they come changes nothing', () => {
    expect(clusterFiles([...files].reverse())).toEqual(clusters);
  });

  test('one role alone in a workspace is found there too', () => {
    const few = files.filter((file) =>
      ['backend-architect', 'data-engineer'].includes(labels.get(file) ?? ''),
    );
    const { precision, recall } = rateClusters(
      new Map(few.map((file) => [file, labels.get(file) as string])),
      clusterFiles(few),
    );
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThanOrEqual(0.75);
  });
});
