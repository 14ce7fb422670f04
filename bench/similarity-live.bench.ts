/** How long does "what is like this text?" take while somebody types? */

import { createProfile, createSimilarityIndex } from '@/lib/similarity';

import { generateAgents } from './generated-agents';
import { percentile, round, table } from './measure';

const WORDS = 750;
const SIZES = (process.env.MUSTER_BENCH_SIZES ?? '10000,100000').split(',').map(Number);
const QUESTIONS = 400;
const show = (value: number): string => value.toLocaleString('en');

/** Milliseconds of the processor, which do not hang on what else the machine does. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

function usedMegabytes(): number {
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const rows: string[][] = [];
for (const size of SIZES) {
  const index = createSimilarityIndex();
  const before = usedMegabytes();
  const asked: { id: string; text: string }[] = [];
  let since = 0;
  let adding = 0;
  for (const { text } of generateAgents(size, WORDS)) {
    const id = `a${index.size}`;
    if (index.size % Math.ceil(size / QUESTIONS) === 0) asked.push({ id, text });
    const profile = createProfile(text);
    since = now();
    index.add(id, profile);
    adding += now() - since;
  }
  const ask = (text: string, id: string) => {
    const profile = createProfile(text);
    since = now();
    const found = index.neighbours(profile, { except: id });
    return { took: now() - since, found: found.length };
  };
  for (const { id, text } of asked.slice(0, 50)) ask(text, id);
  const answers = asked.map(({ id, text }) => ask(text, id));
  const profiling = asked.map(({ text }) => {
    since = now();
    createProfile(text);
    return now() - since;
  });
  // After a change every weight is new.
  const changed = asked.slice(0, 100).map(({ id, text }) => {
    index.add('new', createProfile(text));
    return ask(text, id).took;
  });
  const times = answers.map(({ took }) => took);
  rows.push([
    show(size),
    `${round(percentile(times, 0.5))} ms`,
    `${round(percentile(times, 0.99))} ms`,
    `${round(percentile(changed, 0.5))} ms`,
    `${round(percentile(changed, 0.99))} ms`,
    `${round(percentile(profiling, 0.5))} ms`,
    `${round(adding / size)} ms`,
    `${round(usedMegabytes() - before)} MB`,
    round(answers.reduce((sum, { found }) => sum + found, 0) / answers.length),
  ]);
}
table(
  [
    'agents',
    'query, p50',
    'p99',
    'after a change, p50',
    'p99',
    'profile of the text',
    'adding one',
    'memory',
    'neighbours found',
  ],
  rows,
);
