/** How far off is the token estimate, measured against a real tokenizer? */

import { encode } from 'gpt-tokenizer/encoding/o200k_base';

import { estimateTokens } from '@/lib/text';

import { corpusTexts, median, megabytes, percentile, race, round, table } from './measure';

const { texts, source } = corpusTexts();
const counted = texts
  .map((text) => ({ text, tokens: encode(text).length }))
  .filter(({ tokens }) => tokens > 0);
const errors = counted.map(({ text, tokens }) => (estimateTokens(text) - tokens) / tokens);
const sizes = errors.map(Math.abs);
const total = counted.reduce((sum, { tokens }) => sum + tokens, 0);
const estimated = counted.reduce((sum, { text }) => sum + estimateTokens(text), 0);

console.log(`${source}, ${total} tokens by gpt-tokenizer (o200k_base)`);
table(
  ['error of a file', ''],
  [
    ['median', `${(100 * median(sizes)).toFixed(1)} %`],
    ['95th percentile', `${(100 * percentile(sizes, 0.95)).toFixed(1)} %`],
    ['worst', `${(100 * Math.max(...sizes)).toFixed(1)} %`],
    ['all files together', `${(100 * (estimated / total - 1)).toFixed(1)} %`],
  ],
);

const size = megabytes(texts);
const times = await race(
  [
    { name: 'Muster', run: () => texts.forEach((text) => void estimateTokens(text)) },
    { name: 'gpt-tokenizer', run: () => texts.forEach((text) => void encode(text)) },
  ],
  5,
);
console.log('');
table(
  ['', 'MB/s'],
  [...times].map(([name, all]) => [name, round(size / (median(all) / 1000))]),
);
