import { describe, expect, it } from 'vitest';

import { createProfile } from '@/lib/similarity';

import type { SimilarityJobs } from './protocol';
import { createWorkspaceIndex } from './workspace-index';

type Part = SimilarityJobs['clusters']['part'];

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu'];

/** A word for each number; its last digits come first, because stems are cut. */
const wordOf = (number: number) =>
  [...String(number)]
    .reverse()
    .map((digit) => SYLLABLES[Number(digit)])
    .join('');

/** A file of its own for each number, with much of the text of its tens. */
function fileOf(number: number): string {
  const group = Math.floor(number / 10);
  const word = (i: number) => wordOf(1_000 + group * 40 + i);
  const lines = Array.from({ length: 12 }, (_, i) => `- ${word(i)} ${word(i + 13)} ${word(i + 27)}.`);
  const front = `name: ${word(0)}-${number}\ndescription: ${word(1)} ${word(2)} ${word(3)}.`;
  return `---\n${front}\n---\n\n${lines.join('\n')}\n- Rule ${number}.\n`;
}

const change = (number: number) => ({
  agentId: `a${String(number).padStart(4, '0')}`,
  profile: JSON.stringify(createProfile(fileOf(number))),
});
const changes = (count: number) => Array.from({ length: count }, (_, i) => change(i));

const search = (more: object = {}) => ({
  distinct: [],
  matrixUpTo: 60,
  signal: new AbortController().signal,
  report: () => undefined,
  ...more,
});

describe('the index of a workspace', () => {
  it('finds groups, with the scores of all their pairs, or without when they are large', async () => {
    const index = createWorkspaceIndex();
    expect(await index.update(changes(30))).toBe(30);
    const clusters = await index.clusters(search());
    expect(clusters.map(({ members }) => members.length)).toEqual([10, 10, 10]);
    for (const { scores } of clusters) expect(scores).toHaveLength(45);
    const small = await index.clusters(search({ matrixUpTo: 9 }));
    expect(small.map(({ scores }) => scores)).toEqual([[], [], []]);
  });

  it('tells of copies before roles are compared', async () => {
    const index = createWorkspaceIndex();
    await index.update(changes(30));
    const parts: Part[] = [];
    const clusters = await index.clusters(search({ report: (part: Part) => parts.push(part) }));
    const early = parts.flatMap(({ copies }) => copies ?? []);
    expect(parts.filter(({ copies }) => copies)).toHaveLength(1);
    expect(early.map(({ members }) => members)).toEqual(clusters.map(({ members }) => members));
    for (const { scores } of early) expect(scores).toHaveLength(45);
    for (const { done, total } of parts) expect(done).toBeLessThanOrEqual(total);
  });

  it('does not care how the agents came', async () => {
    const [whole, parts] = [createWorkspaceIndex(), createWorkspaceIndex()];
    await whole.update(changes(25));
    await parts.update([change(90), change(24), change(3)]);
    for (const one of changes(25).reverse()) await parts.update([one]);
    await parts.update([{ agentId: change(90).agentId, profile: null }]);
    expect(await parts.clusters(search())).toEqual(await whole.clusters(search()));
    const asked = { except: null, limit: 5 };
    expect(parts.neighbours(fileOf(7), asked)).toEqual(whole.neighbours(fileOf(7), asked));
  });

  it('answers again without searching while nothing has changed', async () => {
    const index = createWorkspaceIndex();
    await index.update(changes(20));
    const first = await index.clusters(search());
    await index.update([]);
    expect(await index.clusters(search())).toBe(first);
    const distinct = [['a0000', 'a0001']];
    expect(await index.clusters(search({ distinct }))).not.toEqual(first);
    await index.update([change(20)]);
    expect(await index.clusters(search())).not.toBe(first);
  });

  it('searches one state: a change waits, a question does not', async () => {
    const index = createWorkspaceIndex();
    await index.update(changes(600));
    const done: string[] = [];
    const clusters = index.clusters(search()).then((found) => {
      done.push('clusters');
      return found;
    });
    const update = index.update([{ agentId: 'a0000', profile: null }]).then(() => done.push('update'));
    expect(index.neighbours(fileOf(0), { except: 'a0000', limit: 3 })).toHaveLength(3);
    expect((await clusters).flatMap(({ members }) => members)).toContain('a0000');
    await update;
    expect(done).toEqual(['clusters', 'update']);
    expect((await index.clusters(search())).flatMap(({ members }) => members)).not.toContain('a0000');
  });

  it('stops when nobody waits, and searches for the next', async () => {
    const index = createWorkspaceIndex();
    await index.update(changes(600));
    const leaving = new AbortController();
    const stopped = index.clusters(search({ signal: leaving.signal }));
    const next = index.clusters(search());
    leaving.abort(new Error('left'));
    await expect(stopped).rejects.toThrow('left');
    expect((await next).length).toBeGreaterThan(0);
  });
});
