/**
 * Which stems mark each job that real agents do? Sums over the labelled agents of the corpus beside the checkout how much
 * each stem says of their job, and writes the table that `lib/similarity` ships: `node scripts/job-stems.mjs`
 * (MUSTER_SHARED names the folder that holds `corpus`), after `scripts/background.mjs`. Weights of stems only: nothing of
 * the texts goes into the table.
 */

import fs from 'node:fs';
import path from 'node:path';

import { ROOT } from './child.mjs';
import { loadLibrary } from './library.mjs';

const CORPUS = path.resolve(ROOT, process.env.MUSTER_SHARED ?? '../shared', 'corpus');
const LABELS = path.join(ROOT, 'lib', 'similarity', 'golden', 'corpus-roles.tsv');
const OUT = path.join(ROOT, 'lib', 'similarity', 'job-stems.ts');
/** Of 30 to 200 stems a job no number was better than another on held-out agents. */
const MOST_STEMS = 40;
/** Weights are kept to this share of the job's heaviest stem. */
const STEPS = 9;

const ENTRY = `
  export { createProfile } from './lib/similarity/profile';
  export { readParts } from './lib/similarity/profile-code';
  export { weighJobStems } from './lib/similarity/topics';
`;

const { createProfile, readParts, weighJobStems } = await loadLibrary('job-stems', ENTRY);
const rows = fs.readFileSync(LABELS, 'utf8').trim().split('\n').slice(1);
/** A body at several paths is read once. */
const seen = new Set();
const jobs = new Map();
for (const [role, file] of rows.map((row) => row.split('\t')).sort(([, a], [, b]) => (a < b ? -1 : 1))) {
  const profile = createProfile(fs.readFileSync(path.join(CORPUS, file), 'utf8'));
  const parts = readParts(profile);
  const body = JSON.stringify(parts.body);
  if (seen.has(body)) continue;
  seen.add(body);
  const sums = jobs.get(role) ?? new Map();
  jobs.set(role, sums);
  for (const [stem, weight] of weighJobStems(parts)) sums.set(stem, (sums.get(stem) ?? 0) + weight);
}

/** "code reviewer:review|code|pull merge||bug": the stems of nine ninths, of eight ninths, and so on. */
function lineOf([role, sums]) {
  const heaviest = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_STEMS);
  const columns = Array.from({ length: STEPS }, () => []);
  for (const [stem, weight] of heaviest) {
    const step = Math.round((weight / heaviest[0][1]) * STEPS);
    if (step > 0) columns[STEPS - step].push(stem);
  }
  return `${role.replaceAll('-', ' ')}:${columns
    .map((stems) => stems.sort().join(' '))
    .join('|')
    .replace(/\|+$/, '')}`;
}

const lines = [...jobs].sort(([a], [b]) => (a < b ? -1 : 1)).map(lineOf);
fs.writeFileSync(
  OUT,
  `/** Which stems mark the jobs of the corpus's agents? Written by \`node scripts/job-stems.mjs\`. */

/** How many steps of weight there are. */
export const MOST_STEPS = ${STEPS};

/** A line a job: its name, then its stems in columns, those that weigh most in the first. */
export const JOB_STEMS = \`
${lines.join('\n')}
\`;
`,
);
console.log(`${lines.length} jobs, ${(fs.statSync(OUT).size / 1000).toFixed(0)} kB`);
