import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { splitBody } from '@/lib/units';
import { alignBodies } from './align';
import { composeBody } from './body';
import { Bags, containment } from './body-measure';
import { missingTerms } from './protected';
import { readSources } from './sources';

const shared = resolve(process.env.MUSTER_SHARED ?? '../shared');
const present = existsSync(join(shared, 'seeds')) && existsSync(join(shared, 'corpus/files'));
if (!present) console.warn(`skipped: no corpus at ${shared} (set MUSTER_SHARED)`);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const read = (files: readonly string[]) => files.map((file) => readFileSync(file, 'utf8'));
const countWords = (text: string) => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** Composes bodies and measures the result as a stranger would: by its text alone. */
function compose(texts: readonly string[]) {
  const { distinct } = readSources(texts.map((text, at) => ({ id: `f${at}`, text })));
  const sources = distinct.map(({ id, letter, body }) => ({ id, letter, units: body }));
  const nothing = {
    skeleton: null,
    keep: new Set<string>(),
    excluded: new Set<string>(),
    split: [],
    fuse: [],
  };
  const result = composeBody(sources, alignBodies(sources), nothing);
  const text = `${result.pieces.map((piece, at) => (piece.spaced && at > 0 ? `\n${piece.text}` : piece.text)).join('\n')}\n`;
  const units = sources.flatMap((source) => source.units);
  const bags = new Bags();
  const pieces = splitBody(text).map((unit) => bags.of(unit.text));
  const weighty = units.filter(({ unit }) => bags.of(unit.text).total > 0);
  // A heading whose instructions all went elsewhere goes too.
  const asked = weighty.filter(({ unit }) => unit.kind !== 'heading');
  const covered = asked.filter(({ unit }) =>
    pieces.some((piece) => containment(bags.of(unit.text), piece) >= 0.5),
  );
  const terms = [...new Set(units.flatMap(({ protectedTerms }) => protectedTerms))];
  const words = distinct.reduce(
    (sum, { file }) => sum + countWords(file.text.slice(file.body.from, file.body.to)),
    0,
  );
  return {
    text,
    fates: units.filter(({ id }) => result.fates.has(id)).length / units.length,
    coverage: covered.length / asked.length,
    terms: 1 - missingTerms(terms, text).length / Math.max(1, terms.length),
    ratio: countWords(text) / words,
  };
}

/** Distinct files of a name, the first few by path. */
function family(name: string, most: number): string[] {
  const files = filesBelow(join(shared, 'corpus/files')).sort();
  return [...new Set(read(files.filter((file) => file.endsWith(`/${name}.md`))))].slice(0, most);
}

describe.skipIf(!present)('real bodies', () => {
  const seeds = () => read(filesBelow(join(shared, 'seeds')).sort());

  test('the five seeds become one that holds all of them', () => {
    const { coverage, terms, ratio, fates, text } = compose(seeds());
    expect(fates).toBe(1);
    expect(coverage).toBe(1);
    expect(terms).toBe(1);
    // With the section of one project in it, which the proposal takes out.
    expect(ratio).toBeLessThanOrEqual(0.74);
    expect(text.match(/^You are /gm)).toHaveLength(1);
    expect(text).not.toMatch(/\b(\p{L}{3,})[ ,;]+\1\b/iu);
  });

  test('the seeds and their merge become the merge', () => {
    const says = (text: string) => splitBody(text).map((unit) => unit.text);
    const merged = compose(seeds()).text;
    for (const seed of seeds()) expect(says(compose([merged, seed]).text)).toEqual(says(merged));
  });

  test.each([
    ['code-reviewer', 4],
    ['debugger', 3],
    ['backend-architect', 4],
    ['frontend-developer', 4],
    ['security-auditor', 3],
    ['legal-advisor', 3],
  ])('%s', (name, most) => {
    const { coverage, terms, ratio, fates } = compose(family(name, most));
    expect(fates).toBe(1);
    expect(coverage).toBeGreaterThanOrEqual(0.995);
    expect(terms).toBeGreaterThanOrEqual(0.99);
    expect(ratio).toBeLessThan(1.01);
  });

  test('Japanese', () => {
    const folder = join(shared, 'corpus/files/Kazuya-Hibara__claude-code-agents-jp');
    const { coverage, terms, fates } = compose(
      read(
        filesBelow(folder)
          .filter((file) => file.endsWith('.md'))
          .sort()
          .slice(0, 3),
      ),
    );
    expect(fates).toBe(1);
    expect(coverage).toBeGreaterThanOrEqual(0.99);
    expect(terms).toBeGreaterThanOrEqual(0.98);
  });
});
