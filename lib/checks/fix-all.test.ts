import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';

import { checkAgentFile } from './check';
import { fixAll } from './fix-all';

const BODY = '\nYou write.\n\n---\nname: not a field\n';

describe('fixAll', () => {
  test('mends one thing after another and says what it did', () => {
    const text = `---\nname: scribe\ndescription: Writes minutes.\nallowed-tools: read, LS, Bash\ncolour: violet\n---${BODY}`;
    const { text: fixed, applied } = fixAll(text);
    expect(fixed).toBe(
      `---\nname: scribe\ndescription: Writes minutes.\ntools: Read, Glob, Bash\ncolor: purple\n---${BODY}`,
    );
    expect(applied.map(({ code }) => code)).toEqual([
      'allowed-tools',
      'tool-unknown',
      'tool-retired',
      'key-unknown-alike',
      'color-unknown',
    ]);
    expect(applied.map(({ line }) => line)).toEqual([4, 4, 4, 5, 5]);
  });

  test('a good file stays as it is', () => {
    const text = `---\nname: scribe\ndescription: Writes minutes.\ntools: Read\n---${BODY}`;
    expect(fixAll(text)).toEqual({ text, applied: [] });
  });

  const line = fc.oneof(
    fc.constantFrom(
      'tools: read, LS, MultiEdit',
      'tools: "[Read]"',
      'allowed-tools: [Bash, bash]',
      'allowed_tools: Read',
      'Name: x',
      'Description: y: z',
      'permission_mode: Plan',
      'permissionMode: PLAN',
      'model: sonet',
      'model: opuss # c',
      'color: "#123456"',
      'colour: teal',
      'background: yes',
      'skills: a, b',
      'disallowedTools: Read',
      'description: Writes: well',
      'memory: User',
      'note: |\n  text',
      'related: a: b',
      '# comment',
    ),
    fc.string({ maxLength: 12 }),
  );
  const file = fc
    .tuple(fc.array(line, { maxLength: 7 }), fc.boolean())
    .map(([lines, crlf]) =>
      `---\nname: scribe\ndescription: Writes.\n${lines.join('\n')}\n---${BODY}`.replaceAll(
        '\n',
        crlf ? '\r\n' : '\n',
      ),
    );

  test('is done when it is done, keeps the body, and a loading file goes on loading', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { text: fixed, applied } = fixAll(text);
        expect(fixAll(fixed)).toEqual({ text: fixed, applied: [] });
        const before = readAgentFile(text);
        const after = readAgentFile(fixed);
        if (before.verdict.loads) {
          expect(after.verdict.loads).toBe(true);
          expect(after.text.slice(after.body.from)).toBe(text.slice(before.body.from));
        }
        const errors = (list: ReturnType<typeof checkAgentFile>) =>
          list.filter(({ severity }) => severity === 'error').length;
        // A file that begins to load is looked at more closely, so that more may be found in it.
        if (applied.length > 0 && before.verdict.loads === after.verdict.loads)
          expect(errors(checkAgentFile(after))).toBeLessThanOrEqual(errors(checkAgentFile(before)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file that nobody wrote', () => {
  const seconds = (run: () => unknown): number => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };

  // Both took minutes when every key was compared with every other, or every fix tried on all of the file.
  test('of thousands of duplicate keys takes seconds to mend', () => {
    const text = `---\nname: a\ndescription: b\n${'key: value\n'.repeat(5000)}---\nBody\n`;
    expect(seconds(() => fixAll(text))).toBeLessThan(15);
  });

  test('of thousands of keys like ours takes seconds to check', () => {
    const keys = Array.from({ length: 12_000 }, (_, at) => `tool${at}: v\n`).join('');
    const file = readAgentFile(`---\nname: a\ndescription: b\n${keys}---\nBody\n`);
    expect(seconds(() => checkAgentFile(file))).toBeLessThan(5);
  });
});
