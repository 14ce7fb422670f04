/** How is something measured here? Contestants take turns in one process, and what counts is the ratio. */

import fs from 'node:fs';
import path from 'node:path';

import { FIVE } from '../e2e/agents';

const CORPUS = path.resolve(process.env.MUSTER_SHARED ?? '../shared', 'corpus');

export interface Contestant {
  name: string;
  run: () => unknown;
}

/** Returns the middle one, the mean of the two middle ones, or the value at `share` of the sorted list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Lets all contestants run in turn, `rounds` times after two warm-up rounds; returns the milliseconds of each. */
export async function race(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Map<string, number[]>> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round++) {
    for (const { name, run } of contestants) {
      const started = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return times;
}

/** Reads the corpus of real files beside the checkout; without it, the five files of the stories, many times. */
export function corpusTexts(): { texts: string[]; source: string } {
  const folder = path.join(CORPUS, 'files');
  if (fs.existsSync(folder)) {
    const texts = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
    return { texts, source: `${texts.length} real files` };
  }
  const texts = Array.from({ length: 100 }, () => FIVE.map(({ text }) => text)).flat();
  return { texts, source: 'no corpus beside the checkout: five small files, 100 times' };
}

export function megabytes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** Prints rows as a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}

/** Rounds to three significant digits. */
export function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
}
