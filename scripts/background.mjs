/**
 * How common is each stem among agents? Counts it over the corpus beside the checkout and writes the table that
 * `lib/similarity` ships: `node scripts/background.mjs` (MUSTER_SHARED names the folder that holds `corpus`).
 * Counts only: nothing of the texts goes into the table.
 */

import fs from 'node:fs';
import path from 'node:path';

import { ROOT } from './child.mjs';
import { loadLibrary } from './library.mjs';

const CORPUS = path.resolve(ROOT, process.env.MUSTER_SHARED ?? '../shared', 'corpus', 'files');
const OUT = path.join(ROOT, 'lib', 'similarity', 'background-counts.ts');
/** A stem of fewer documents is as good as unknown. */
const LEAST = 3;

const ENTRY = `
  export { readAgentFile } from '@/lib/agent-file';
  export { listConcepts } from './lib/similarity/lexicon';
  export { listStems } from './lib/similarity/terms';
`;

/** One text of each agent: the same body at several paths would count its words as often. */
function distinctTexts(readAgentFile) {
  const texts = new Map();
  const files = fs
    .readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'));
  for (const file of files.sort()) {
    const read = readAgentFile(fs.readFileSync(path.join(CORPUS, file), 'utf8'));
    const body = read.text.slice(read.body.from, read.body.to);
    const key = body.replace(/\s+/g, ' ').trim();
    if (!texts.has(key)) texts.set(key, `${read.effective.description ?? ''}\n${body}`);
  }
  return [...texts.values()];
}

const { readAgentFile, listConcepts, listStems } = await loadLibrary('background', ENTRY);
const texts = distinctTexts(readAgentFile);
const counts = new Map();
for (const text of texts) {
  // A word counts for what it is and for what the lexicon takes it for, as both are asked about.
  const stems = new Set([...listStems(text), ...listConcepts(text, 'en').map(({ stem }) => stem)]);
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
}

/** Stems of one count stand together, so that the table is short: "3:abc,abd" in lines. */
const byCount = new Map();
for (const stem of [...counts.keys()].sort()) {
  const count = counts.get(stem);
  if (count < LEAST) continue;
  if (!byCount.has(count)) byCount.set(count, []);
  byCount.get(count).push(stem);
}
const lines = [...byCount.entries()]
  .sort(([a], [b]) => b - a)
  .map(([count, stems]) => `${count}:${stems.join(' ')}`);
fs.writeFileSync(
  OUT,
  `/** In how many of the corpus's agents does each stem occur? Written by \`node scripts/background.mjs\`. */

export const DOCUMENTS = ${texts.length};
export const LEAST_COUNT = ${LEAST};

/** A line a count: the count, then its stems in order. */
export const COUNTS = \`
${lines.join('\n')}
\`;
`,
);
const kilobytes = fs.statSync(OUT).size / 1000;
console.log(
  `${texts.length} distinct texts, ${counts.size} stems, ${lines.reduce((sum, line) => sum + line.split(' ').length, 0)} kept, ${kilobytes.toFixed(0)} kB`,
);
