import { describe, expect, it } from 'vitest';

import { editAgentFile, readAgentFile } from '@/lib/agent-file';
import { checkAgentFile, fixAll } from '@/lib/checks';
import { createProfile, createSimilarityIndex } from '@/lib/similarity';

import { SAMPLES, STARTERS } from './index';

/** The tier and the members of each cluster of some files. */
function clustersOf(files: readonly { id: string; text: string }[]) {
  const index = createSimilarityIndex();
  for (const { id, text } of files) index.add(id, createProfile(text));
  const search = index.clusters();
  for (;;) {
    const { done, value } = search.next();
    if (done) return value.map(({ tier, members }) => ({ tier, members }));
  }
}

describe('each starter', () => {
  it.each(STARTERS)('$id loads, and no check says a word', ({ text }) => {
    const file = readAgentFile(text);
    expect(file.verdict).toMatchObject({ loads: true, repaired: false });
    expect(checkAgentFile(file).map(({ code }) => code)).toEqual([]);
  });

  it.each(STARTERS)('$id gets another name, and its own again, without another character', ({ text }) => {
    const name = readAgentFile(text).effective.name ?? '';
    const renamed = editAgentFile(text, { kind: 'set', key: 'name', value: `${name}-2` });
    if (!renamed.ok) throw new Error(renamed.refusal.message);
    expect(renamed.text).toBe(text.replace(`name: ${name}\n`, `name: ${name}-2\n`));
    const back = editAgentFile(renamed.text, { kind: 'set', key: 'name', value: name });
    expect(back).toMatchObject({ ok: true, text });
  });

  it('differs from all others, and from every sample', () => {
    expect(clustersOf(STARTERS)).toEqual([]);
    const all = [...STARTERS, ...SAMPLES.map(({ fileName: id, text }) => ({ id, text }))];
    const ids = new Set(STARTERS.map(({ id }) => id));
    expect(clustersOf(all).filter(({ members }) => members.some((id) => ids.has(id)))).toEqual([]);
  });
});

describe('the samples', () => {
  const files = SAMPLES.map(({ fileName: id, text }) => ({ id, text }));
  const named = (fileName: string) => SAMPLES.find((sample) => sample.fileName === fileName)?.text ?? '';

  it('are a dozen, each under a name of its own', () => {
    expect(files).toHaveLength(12);
    const names = files.map(({ text }) => readAgentFile(text).effective.name ?? 'unreadable');
    expect(new Set(names).size).toBe(12);
  });

  it('hold one copied pair, one pair of the same role, and nothing else that is alike', () => {
    const clusters = clustersOf(files).map(({ tier, members }) => [tier, ...[...members].sort()]);
    expect(clusters.sort()).toEqual([
      ['copy', 'changelog-writer.md', 'release-notes.md'],
      ['role', 'database-architect.md', 'schema-designer.md'],
    ]);
  });

  it('load, but for the one that is broken, whose fix makes it load', () => {
    const broken = files.filter(({ text }) => !readAgentFile(text).verdict.loads);
    expect(broken.map(({ id }) => id)).toEqual(['incident-scribe.md']);
    const text = named('incident-scribe.md');
    expect(text).toMatch(/^description: .*: .*\r\n/m);
    expect(readAgentFile(fixAll(text).text).verdict.loads).toBe(true);
  });

  it('differ in model, tools and colour', () => {
    const read = files.map(({ text }) => readAgentFile(text).effective);
    expect(new Set(read.map(({ model }) => model)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(read.map(({ color }) => color)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(read.map(({ tools }) => tools.kind))).toEqual(new Set(['inherit', 'list']));
  });
});
