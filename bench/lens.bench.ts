/** How fast are `read` and `edit`, beside gray-matter and remark on the same files? */

import matter from 'gray-matter';
import { remark } from 'remark';

import { editAgentFile, readAgentFile } from '@/lib/agent-file';

import { corpusTexts, median, megabytes, race, round, table } from './measure';

const ROUNDS = 7;
const { texts, source } = corpusTexts();
const size = megabytes(texts);
const markdown = remark();
const refused = { read: 0, edit: 0 };

/** gray-matter remembers texts it has seen; an options object keeps it from answering out of memory. */
const parse = (text: string) => matter(text, {});

function each(kind: 'read' | 'edit', work: (text: string) => unknown): () => void {
  return () => {
    refused[kind] = 0;
    for (const text of texts) {
      try {
        work(text);
      } catch {
        refused[kind] += 1;
      }
    }
  };
}

const read = await race(
  [
    { name: 'Muster', run: () => texts.forEach(readAgentFile) },
    {
      name: 'gray-matter + remark',
      run: each('read', (text) => markdown.parse(parse(text).content)),
    },
    { name: 'gray-matter alone', run: each('read', parse) },
  ],
  ROUNDS,
);

const description = 'Says what it is for, in a sentence of its own: and with a colon.';
const edit = await race(
  [
    {
      name: 'Muster',
      run: () =>
        texts.forEach((text) => {
          editAgentFile(text, { kind: 'set', key: 'description', value: description });
        }),
    },
    {
      name: 'gray-matter + remark',
      run: each('edit', (text) => {
        const file = parse(text);
        return matter.stringify(String(markdown.processSync(file.content)), { ...file.data, description });
      }),
    },
    {
      name: 'gray-matter alone',
      run: each('edit', (text) => {
        const file = parse(text);
        return matter.stringify(file.content, { ...file.data, description });
      }),
    },
  ],
  ROUNDS,
);

console.log(`${source}, ${round(size)} MB, median of ${ROUNDS} rounds`);
for (const [what, times] of [
  ['read', read],
  ['edit', edit],
] as const) {
  const own = median(times.get('Muster') ?? []);
  console.log(`\n${what}: gray-matter throws on ${refused[what]} of ${texts.length} files; Muster on none`);
  table(
    ['', 'MB/s', 'time, Muster = 1'],
    [...times].map(([name, all]) => [name, round(size / (median(all) / 1000)), round(median(all) / own)]),
  );
}
