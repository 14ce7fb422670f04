import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareAgents } from './compare-agents';
import type { Comparison, DiffRow, UnitChange } from './types';

const file = (front: string, body: string) =>
  `---\nname: scribe\ndescription: Writes.\n${front}---\n\n${body}`;
const BODY = '# Work\n\n- Read the brief first.\n- Write short sentences.\n- Check every number twice.\n';
const words = (before: string | null, after: string) =>
  compareAgents(before, after).sentences.map((sentence) => sentence.words);
const kinds = (units: readonly UnitChange[]) =>
  units.map(({ kind, before, after }) => [kind, (after ?? before)?.text]);

describe('what a change means', () => {
  it('says authority, fields and instructions, the weightiest first', () => {
    const before = file('model: sonnet\ntools: Read\n', BODY);
    const after = file(
      'model: opus\ntools: Read, Bash\n',
      '# Work\n\n- Read the brief first.\n- Write short, plain sentences.\n- Name the source of each figure.\n- Ask when something is unclear.\n',
    );
    expect(words(before, after)).toEqual([
      'Gains Bash',
      'Model: sonnet → opus',
      '2 instructions added, 1 removed, 1 reworded',
    ]);
  });

  it('says nothing of equal files', () => {
    expect(words(file('', BODY), file('', BODY))).toEqual([
      'Both versions say the same, character for character',
    ]);
  });

  it('says when a file no longer loads, and why', () => {
    const broken = '---\nname: scribe\n---\n\nBody.\n';
    const { sentences, verdict } = compareAgents(file('', 'Body.\n'), broken);
    expect(sentences[0]).toMatchObject({ code: 'breaks', tone: 'bad' });
    expect(sentences[0]?.words).toMatch(/^No longer loads in Claude Code: Line \d/);
    expect(verdict).toMatchObject({ before: true, after: false });
    expect(words(broken, file('', 'Body.\n'))[0]).toBe('Loads in Claude Code now');
  });

  it('takes what a repaired file may do for gained, as that of a first one', () => {
    const broken = '---\nname: scribe\ntools: Bash\n---\n\nBody.\n';
    const whole = file('tools: Bash\n', 'Body.\n');
    for (const before of [broken, null]) {
      expect(compareAgents(before, whole).authority.widenings).toEqual([
        { key: 'tool:Bash', words: 'gains Bash', detail: null },
      ]);
    }
  });

  it('makes one step of all tools, whose key names them', () => {
    const { widenings } = compareAgents(file('tools: Read\n', ''), file('', '')).authority;
    expect(widenings.map(({ words }) => words)).toEqual([
      'gains every tool of the session',
      'gains starting any agent',
    ]);
    expect(widenings[0]?.detail).toContain('Bash');
    const less = compareAgents(file('tools: Read\n', ''), file('disallowedTools: Bash\n', '')).authority;
    expect(less.widenings[0]?.key).not.toBe(widenings[0]?.key);
  });

  it('gives a hook another key when it runs something else', () => {
    const hook = (command: string) =>
      file(`hooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: ${command}\n`, '');
    const keys = ['make', 'rm'].map((command) => {
      const [widening] = compareAgents(file('', ''), hook(command)).authority.widenings;
      expect(widening?.detail).toContain(command);
      return widening?.key;
    });
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('tells a moved instruction from one that went and came', () => {
    const after =
      '# Work\n\n- Check every number twice.\n- Read the brief first.\n- Write short sentences.\n';
    const { units, counts } = compareAgents(file('', BODY), file('', after));
    expect(kinds(units)).toEqual([['moved', 'Check every number twice.']]);
    expect(counts.instructions).toEqual({ added: 0, removed: 0, reworded: 0, moved: 1 });
  });

  it('finds what was reworded by its numbers and small words alone', () => {
    const { units } = compareAgents(file('', 'Do it in 5.\n'), file('', 'Do it in 6.\n'));
    expect(kinds(units)).toEqual([['reworded', 'Do it in 6.']]);
    expect(units[0]?.words?.after.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['6']);
  });

  it('compares the description by sentences and examples', () => {
    const described = (text: string) => `---\nname: a\ndescription: "${text}"\n---\n\nBody.\n`;
    const before = described('Use it to test code. <example>user: Hi</example>');
    const after = described(
      'Use it to test all code. <example>user: Hi</example> <example>user: Ho</example>',
    );
    expect(words(before, after)).toEqual(['Description: 1 sentence reworded; 1 example added']);
  });

  it('takes other quotes, comments and markers for formatting', () => {
    const after = '---\nname: "scribe" # new\ndescription: Writes.\n---\n\n* One.\n';
    const { sentences, formatting, fields, units } = compareAgents(file('', '- One.\n'), after);
    expect(fields).toEqual([]);
    expect(units).toEqual([]);
    expect(formatting).toEqual({ before: [2, 6], after: [2, 6] });
    expect(sentences.map((sentence) => sentence.words)).toEqual(['Only formatting changed in 2 lines']);
  });

  it('says of tools what is not said by what the agent may do', () => {
    const before = file('tools: Read, Bash\n', '');
    expect(words(before, file('tools: Read, Bash(git:*)\n', ''))).toEqual([
      'Tools: Bash(git:*) added, Bash removed',
    ]);
  });

  it('says of all tools what there was, or is, instead', () => {
    const [some, all] = [file('tools: Read, Grep\n', ''), file('', '')];
    expect(words(some, all)).toEqual(['Gains every tool of the session, where it had Read and Grep']);
    expect(words(all, some)).toEqual(['Loses every tool of the session but Read and Grep']);
    expect(words(all, file('tools: []\n', ''))).toEqual(['Loses every tool of the session']);
    expect(words(file('', ''), file('permissionMode: bypassPermissions\ntools: Read\n', ''))).toEqual(
      expect.arrayContaining(['Loses every tool of the session but Read']),
    );
    expect(words(some, file('tools: Read, Grep, Agent\n', ''))).toEqual(['Gains Agent (to start any agent)']);
    expect(words(some, file('tools: Read, Grep, Agent(a)\n', ''))).toEqual([
      'Gains Agent and starting the agent a',
    ]);
  });

  it('says in one sentence what Claude Code does not read, of lists by their items', () => {
    const before = file('version: 1\nauthors:\n  - Ada\n  - Ben\nnested:\n  - a: 1\n', '');
    const after = file('version: 2\nauthors: [Ben, Eve]\nnested:\n  - a: 2\nvibe: calm\n', '');
    expect(words(before, after)).toEqual([
      'Not read by Claude Code: version: 1 → 2; authors: Eve added, Ada removed; nested changed; vibe added',
    ]);
    expect(compareAgents(before, after).fields.map(({ key, added }) => [key, added])).toContainEqual([
      ...['authors', ['Eve']],
    ]);
  });

  it('takes an item without words for formatting', () => {
    expect(words(file('', BODY), file('', `${BODY}- \n`))).toEqual(['Only formatting changed in 1 line']);
  });

  it('says that only line ends changed', () => {
    const before = file('', BODY);
    expect(words(before, before.replaceAll('\n', '\r\n'))).toEqual(['Line ends: Unix → Windows']);
  });

  it('compares no fields where the front matter cannot be read', () => {
    const broken = '---\nname: [a\ndescription: "x\n---\n\nBody.\n';
    const { fields, unreadable } = compareAgents(file('model: opus\n', 'Body.\n'), broken);
    expect([fields, unreadable]).toEqual([[], { before: false, after: true }]);
  });

  it('keeps the key of a change in whatever else changes', () => {
    const added = (rest: string) =>
      compareAgents(file('', BODY), file('', `${BODY}- Cite sources.\n${rest}`)).units.find(
        ({ after }) => after?.text === 'Cite sources.',
      )?.key;
    expect(added('')).toBeDefined();
    expect(added('- Draw a figure for each table.\n')).toBe(added(''));
  });
});

/** Files of few words, so that much is alike, and of signs that mean something. */
const word = fc.constantFrom(
  'read',
  'write',
  'tests',
  'never',
  'the',
  'code',
  'a',
  '5',
  'Go',
  'über',
  '漢字',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => `${list.join(' ')}.`);
const line = fc.oneof(
  { weight: 4, arbitrary: sentence.map((text) => `- ${text}`) },
  { weight: 2, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')) },
  sentence.map((text) => `## ${text}`),
  fc.constantFrom('', '', '---', '```', '<rules>', '</rules>', '| a | b |', '  - nested', '1. step'),
);
const front = fc
  .uniqueArray(
    fc.constantFrom(
      'model: opus',
      'model: sonnet',
      'tools: Read, Bash',
      'tools: []',
      'color: red',
      'own: 3',
      '# note',
    ),
    { maxLength: 4, selector: (entry) => entry.split(':')[0] },
  )
  .map((list) => list.map((entry) => `${entry}\n`).join(''));
const agent = fc
  .tuple(front, fc.array(line, { maxLength: 12 }))
  .map(([head, lines]) => file(head, lines.map((text) => `${text}\n`).join('')));
const anything = fc.oneof(
  { weight: 6, arbitrary: agent },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

const flipRow = (row: DiffRow): DiffRow => ({ ...row, before: row.after, after: row.before }) as DiffRow;
/** Within a gap the lines of one side come before those of the other, whichever it is. */
const inGaps = (rows: readonly DiffRow[]) =>
  rows.map((row) => JSON.stringify([row.kind, row.before, row.after])).sort();
const MIRROR = { added: 'removed', removed: 'added', reworded: 'reworded', moved: 'moved' } as const;

describe('for any two files', () => {
  it('there is nothing to say of equal ones', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const same = compareAgents(text, text);
        expect([same.fields, same.units, same.authority.widenings, same.formatting]).toEqual([
          ...[[], [], [], { before: [], after: [] }],
        ]);
        expect([...same.rows.frontMatter, ...same.rows.body].every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('swapped sides give the swapped answer', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const [there, back] = [compareAgents(a, b), compareAgents(b, a)];
        const powers = (list: Comparison['authority']['widenings']) => list.map(({ key }) => key).sort();
        expect(powers(back.authority.widenings)).toEqual(powers(there.authority.narrowings));
        const fields = (each: Comparison, side: 'before' | 'after') =>
          each.fields.map((change) => [change.key, change[side]]).sort();
        expect(fields(back, 'before')).toEqual(fields(there, 'after'));
        const units = (each: Comparison, isFlipped: boolean) =>
          each.units
            .map(({ kind, before, after, moved }) =>
              JSON.stringify(isFlipped ? [MIRROR[kind], after, before, moved] : [kind, before, after, moved]),
            )
            .sort();
        expect(units(back, true)).toEqual(units(there, false));
        expect(inGaps(back.rows.body.map(flipRow))).toEqual(inGaps(there.rows.body));
      }),
    );
  });

  it('the rows are the lines of both', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const { rows } = compareAgents(a, b);
        for (const [side, text] of [
          ['before', a],
          ['after', b],
        ] as const) {
          const lines = [...rows.frontMatter, ...rows.body].flatMap((row) => {
            if (row.kind === 'same') return row.lines.map((each, at) => [row[side] + at, each] as const);
            const own = row[side];
            return own ? [[own.line, own.parts.map((part) => part.text).join('')] as const] : [];
          });
          expect(lines.map(([, each]) => each).join('\n')).toBe(
            text.replaceAll('\r\n', '\n').replace(/\n$/, ''),
          );
          expect(lines.map(([number]) => number)).toEqual(lines.map((_, at) => at + 1));
        }
      }),
    );
  });

  it('what is called formatting of the body says nothing new', () => {
    fc.assert(
      fc.property(agent, agent, (a, b) => {
        const { formatting, rows, units } = compareAgents(a, b);
        const said = (side: 'before' | 'after') =>
          rows.body
            .flatMap((row) => (row.kind === 'changed' ? (row[side] ?? []) : []))
            .filter(({ line: number }) => formatting[side].includes(number))
            .flatMap(
              ({ parts }) =>
                parts
                  .map(({ text }) => text)
                  .join('')
                  // The number of an item is a mark, as a bullet is.
                  .replace(/^(?:\s|>|[-*+]\s|\d{1,9}[.)](?=\s|$))+/u, '')
                  .match(/[\p{L}\p{N}]+/gu) ?? [],
            );
        const stays = (side: 'before' | 'after', text: string) =>
          (side === 'before' ? a : b).includes(text) && (side === 'before' ? b : a).includes(text);
        for (const side of ['before', 'after'] as const) {
          for (const each of said(side)) expect(stays(side, each)).toBe(true);
        }
        // Lines with an instruction that came are never formatting.
        for (const { kind, after } of units) {
          if (kind === 'added' && after) expect(formatting.after).not.toContain(after.line);
        }
      }),
    );
  });

  it('keys are different, and the same each time', () => {
    fc.assert(
      fc.property(agent, agent, (a, b) => {
        const keys = compareAgents(a, b).units.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(compareAgents(a, b).units.map(({ key }) => key)).toEqual(keys);
      }),
    );
  });
});

describe('hostile texts are compared in bounded time', () => {
  const letters = 'a'.repeat(100_000);
  const bullets = (count: number, text: (at: number) => string) =>
    file('', Array.from({ length: count }, (_, at) => `- ${text(at)}\n`).join(''));
  it.each<[string, string, string]>([
    ['100 kB of one letter', file('', letters), file('', `${letters}b`)],
    ['100 kB of one sign', file('', '!?'.repeat(50_000)), file('', `?${'!!?'.repeat(33_000)}`)],
    ['10,000 equal bullets', bullets(10_000, () => 'Test it.'), bullets(9_000, () => 'Test it.')],
    [
      '10,000 bullets that all change',
      bullets(10_000, (at) => `Test part ${at} of it.`),
      bullets(10_000, (at) => `Check piece ${at} of that.`),
    ],
    [
      '10,000 bullets turned round',
      bullets(10_000, (at) => `Rule ${at}.`),
      bullets(10_000, (at) => `Rule ${9_999 - at}.`),
    ],
    ['100,000 empty lines', file('', '\n'.repeat(100_000)), file('', 'a\n'.repeat(50_000))],
  ])('%s', (_what, before, after) => {
    const began = process.cpuUsage();
    compareAgents(before, after);
    const { user, system } = process.cpuUsage(began);
    // Microseconds of the processor; the slowest takes half a second.
    expect(user + system).toBeLessThan(8_000_000);
  });
});
