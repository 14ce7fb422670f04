/** How long after a change is the preview there, beside react-markdown on the same text? */

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';

import { createPreviewRenderer } from '@/lib/markdown';

import { percentile, round, table } from './measure';

const KEYSTROKES = 200;
const SECTION = `## Review the change

Read **all** of it first, then say what would break: \`null\`, an empty list, two at once. See [the guide](https://example.org/guide).

- Ask for the reason before the cure.
  - One finding, one line.
- Prefer a failing test over an opinion.

| finding | weight |
| --- | --- |
| data loss | high |
| a name | low |

\`\`\`ts
const answer = await ask({ question: 'why?' });
\`\`\`

`;

function textOf(bytes: number): string {
  return SECTION.repeat(Math.ceil(bytes / SECTION.length)).slice(0, bytes);
}

/** The text after each of the keystrokes in a paragraph in its middle. */
function* typing(text: string): Generator<string> {
  const middle = text.indexOf('Read **all**', text.length / 2) + 4;
  for (let typed = 1; typed <= KEYSTROKES; typed++) {
    yield `${text.slice(0, middle)}${'x'.repeat(typed)}${text.slice(middle)}`;
  }
}

function measure(text: string, render: (text: string) => unknown): number[] {
  render(text);
  const times: number[] = [];
  for (const now of typing(text)) {
    const started = performance.now();
    render(now);
    times.push(performance.now() - started);
  }
  return times;
}

const rows: (string | number)[][] = [];
for (const size of [8_000, 100_000]) {
  const text = textOf(size);
  const renderer = createPreviewRenderer();
  const own = measure(text, (now) => renderer.update(now));
  const other = measure(text, (now) => renderToStaticMarkup(createElement(ReactMarkdown, null, now)));
  const milliseconds = (times: number[]) => [percentile(times, 0.5), percentile(times, 0.95)].map(round);
  rows.push([`${size / 1000} kB`, 'Muster', ...milliseconds(own), '1']);
  rows.push([
    '',
    'react-markdown',
    ...milliseconds(other),
    round(percentile(other, 0.5) / percentile(own, 0.5)),
  ]);
}
console.log(
  `text to HTML, ${KEYSTROKES} keystrokes in the middle (react-markdown without the tables plug-in)`,
);
table(['text', '', 'median ms', 'p95 ms', 'time, Muster = 1'], rows);
