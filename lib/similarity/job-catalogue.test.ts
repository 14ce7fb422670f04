import { describe, expect, test } from 'vitest';

import { requireCatalogue } from './job-catalogue';
import { JOB_STEMS } from './job-stems';
import { createProfile } from './profile';
import { createSimilarityIndex } from './similarity-index';
import { topicName } from './topics';

const { names, byStem } = requireCatalogue();

describe('the jobs that are known', () => {
  test('each has weights, and none counts more than a common one', () => {
    const squares = new Float64Array(names.length);
    for (const { jobs, weights } of byStem.values())
      for (const [at, job] of jobs.entries()) (squares[job] as number) += (weights[at] as number) ** 2;
    expect(Math.max(...squares)).toBeCloseTo(1, 6);
    expect(Math.min(...squares)).toBeCloseTo(0.85 ** 2, 6);
  });

  test('a found job that is a written one is not there twice', () => {
    const found = JOB_STEMS.trim().split('\n');
    expect(found.some((line) => line.startsWith('backend architect:'))).toBe(true);
    expect(names.filter((name) => name === 'backend architect')).toHaveLength(1);
  });

  test('the table of found jobs stays small', () => {
    expect(JOB_STEMS.length).toBeLessThan(65_000);
  });
});

const FILE = (name: string, speaksOf: string) => `---
name: ${name}
description: ${speaksOf}
---
You help a team with ${speaksOf}.
`;
const PYTHON = 'Python modules, type hints, asyncio, decorators, generators and packaging with pyproject';

function scoreOf(a: string, b: string): number {
  const index = createSimilarityIndex();
  index.add('a', createProfile(a));
  index.add('b', createProfile(b));
  return index.score('a', 'b')?.role ?? 0;
}

test('a discipline that one of two names has sets them apart', () => {
  const expert = FILE('python-expert', PYTHON);
  expect(scoreOf(expert, FILE('python-testing-expert', PYTHON))).toBeLessThan(
    scoreOf(expert, FILE('python-packaging-expert', PYTHON)),
  );
});

test('the expert of one tool speaks like that tool’s', () => {
  const [strongest] = createProfile(
    FILE('cache-keeper', 'Redis keys, eviction, sorted sets, streams and sentinels'),
  ).topics.toSorted(([, x], [, y]) => y - x);
  expect(topicName(strongest?.[0] ?? -1)).toBe('redis expert');
});
