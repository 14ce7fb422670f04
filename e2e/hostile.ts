/** Which files and addresses carry the hostile texts? */

import type { AgentFile } from './agents';
import { familyOf, PAYLOADS, type Payload } from './payloads';

export const asCase = ({ number }: Payload) => `Case ${number}`;
const oneLine = ({ text }: Payload) => text.replace(/[\n\t]+/g, ' ');
const after = (payload: Payload) => PAYLOADS[(PAYLOADS.indexOf(payload) + 1) % PAYLOADS.length] as Payload;

/** Everything that a file has to say something in says the payload; keys of its own are among them. */
export function agentOf(payload: Payload): AgentFile {
  const said = JSON.stringify(payload.text);
  const other = JSON.stringify(after(payload).text);
  const example = `<example>Context: ${payload.text}\nuser: '${payload.text}'\nassistant: '${payload.text}'\n<commentary>${payload.text}</commentary></example>`;
  const front = [
    `name: ${JSON.stringify(`${asCase(payload)} ${payload.text}`)}`,
    `description: ${JSON.stringify(`${payload.text} Examples:\n${example}`)}`,
    `model: ${said}`,
    `color: ${payload.number % 3 ? said : 'constructor'}`,
    `tools: [${said}, ${other}, __proto__]`,
    `permissionMode: ${said}`,
    `hooks: {${said}: [{matcher: ${said}, hooks: [{type: command, command: ${said}}]}]}`,
    `mcpServers: [${said}, {${said}: {command: ${said}}}]`,
    `${said}: ${other}`,
    `__proto__: {polluted: ${said}}`,
    `constructor: {prototype: {polluted: ${said}}}`,
  ];
  const text = ['---', ...front, '---', '', asCase(payload), '', payload.text, ''].join('\n');
  return { fileName: `${payload.number} ${oneLine(payload)}.md`, text };
}

/** Where a text may stand in Markdown. */
const PLACES: ((text: string) => string)[] = [
  (text) => `## ${text}`,
  (text) => `- [ ] ${text}\n  - ${text}`,
  (text) => `> ${text}`,
  (text) => `| ${text} | ${text} |\n|---|--:|\n| ${text} | a |`,
  (text) => `\`\`\`${text}\n${text}\n\`\`\``,
  (text) => `a \`${text}\` b`,
  (text) => `**${text}** ~~${text}~~`,
  (text) => `[${text}](https://example.org/ "${text}")`,
  (text) => `![${text}](x "${text}")`,
];

/** One agent with all payloads of a family, each as a paragraph and in a place of its own. */
export function familyFile(family: string): AgentFile {
  const cases = familyOf(family).map((payload, at) =>
    [asCase(payload), payload.text, PLACES[at % PLACES.length]?.(oneLine(payload))].join('\n\n'),
  );
  const text = `---\nname: family-${family}\ndescription: Tries.\n---\n\n${cases.join('\n\n')}\n`;
  return { fileName: `${family}.md`, text };
}

/** Agents that are alike, hostile and at odds, so that there is something to compare and to decide. */
export const ALIKE: AgentFile[] = ['opus', 'sonnet', 'haiku'].map((model, copy) => {
  const lines = PAYLOADS.filter((_, at) => at % 23 === copy || at % 31 === 0).map(
    (each) => `- ${oneLine(each)}`,
  );
  const [first, second] = familyOf('short');
  const text = [
    '---',
    `name: ${JSON.stringify(first?.text)}`,
    `description: ${JSON.stringify(`Keeps ${second?.text} in order, and ${copy}.`)}`,
    `model: ${JSON.stringify(`${model}${second?.text}`)}`,
    '---',
    '',
    'You keep the records of a release in order.',
    '',
    '## Records',
    '',
    '- Read every merged change since the last tag and group what belongs together.',
    '- Say first what a user has to do, then what is new, then what was mended.',
    `- Keep coverage of ${first?.text} above ${80 + copy} %.`,
    '',
    `## ${second?.text}`,
    '',
    ...lines,
    '',
  ].join('\n');
  return { fileName: `${copy} ${first?.text}.md`, text };
});

/** The payloads as searches and values of filters, in addresses that a server still reads. */
export function addresses(payloads: readonly Payload[]): string[] {
  const fields = ['q', 'model', 'tool', 'color', 'problem', 'tag', 'by', 'sort', 'status', 'after'];
  const found: string[] = [];
  let present = new URLSearchParams();
  payloads.forEach(({ text }, at) => {
    present.append(fields[at % 5] ?? 'q', text);
    if (at % 90 === 0) for (const field of fields.slice(5)) present.append(field, text);
    if (present.toString().length < 9_000 && at < payloads.length - 1) return;
    found.push(present.toString());
    present = new URLSearchParams();
  });
  return found;
}
