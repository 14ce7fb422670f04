/** How long does it take to propose one file for many? */

import { proposeMerge } from '@/lib/merge';
import { corpusTexts, median, round, table } from './measure';

const SIZES = [2, 5, 20, 50];
const ROUNDS = 5;
/** Sources as most real agents are: about a thousand words. */
const LEAST_WORDS = 800;
const MOST_WORDS = 1_300;

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Milliseconds of the processor, which do not hang on what else the machine does. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

function time(run: () => unknown): number {
  const since = now();
  run();
  return now() - since;
}

/** What joining files costs without asking what they say: their lines behind each other, each line once. */
function joinLines(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => text.split('\n')))].join('\n');
}

/** As many as are wanted, from all over the list. */
function spread(texts: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => texts[Math.floor((at * texts.length) / count)] ?? '');
}

const { texts: all, source } = corpusTexts();
const fitting = [...new Set(all)].filter((text) => {
  const words = countWords(text);
  return words >= LEAST_WORDS && words <= MOST_WORDS;
});
const texts = fitting.length >= Math.max(...SIZES) ? fitting : all;
console.log(
  `${source}, ${texts.length} of them of ${LEAST_WORDS} to ${MOST_WORDS} words; median of ${ROUNDS}`,
);

const rows: string[][] = [];
let before: { words: number; took: number } | null = null;
for (const size of SIZES) {
  const chosen = spread(texts, size);
  const sources = chosen.map((text, at) => ({ id: `${at}.md`, text }));
  const words = chosen.reduce((sum, text) => sum + countWords(text), 0);
  const cold = time(() => proposeMerge(sources));
  const took = median(Array.from({ length: ROUNDS }, () => time(() => proposeMerge(sources))));
  const joins = 200;
  const joined = time(() => {
    for (let at = 0; at < joins; at++) joinLines(chosen);
  });
  const growth = before && Math.log(took / before.took) / Math.log(words / before.words);
  rows.push([
    `${size}`,
    words.toLocaleString('en'),
    `${round(cold)} ms`,
    `${round(took)} ms`,
    Math.round((words / took) * 1e3).toLocaleString('en'),
    growth === null ? '' : `words^${growth.toFixed(2)}`,
    `${round(took / (joined / joins))} times`,
  ]);
  before = { words, took };
}
table(
  ['sources', 'words', 'first time', 'again', 'words a second', 'growth', 'against joining distinct lines'],
  rows,
);
