import { describe, expect, it } from 'vitest';

import { createLog } from './log';
import { terminalLines } from './log-terminal';
import { asRequest } from './request-context';

function collecting() {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  return { stream, lines, said: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const NASTY = 'a\n{"level":"fatal"}\r\u001b[2J\u0000b';

describe('the log', () => {
  it('is one JSON object a line, whatever is put into it', () => {
    const { stream, lines, said } = collecting();
    const log = createLog(stream, 'info');
    log.info({ route: NASTY, err: new Error(NASTY) }, NASTY);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\p{Cc}]/u);
    expect(said()).toMatchObject([{ level: 'info', route: NASTY, msg: NASTY, err: { message: NASTY } }]);
  });

  it('carries the id of the request that is being answered, across waiting', async () => {
    const { stream, said } = collecting();
    const log = createLog(stream, 'info');
    await Promise.all(
      ['one', 'two'].map((id) =>
        asRequest({ id }, async () => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          log.info(id);
        }),
      ),
    );
    log.info('outside');
    expect(said().map(({ msg, requestId }) => [msg, requestId])).toEqual([
      ['one', 'one'],
      ['two', 'two'],
      ['outside', undefined],
    ]);
  });

  it('keeps secrets, texts and people to itself', () => {
    const { stream, lines } = collecting();
    const log = createLog(stream, 'info');
    const hidden = ['hush', 'ada@example.org', 'bob.b+x@mail.example.org', 'user:pass'];
    const secret = {
      password: 'hush',
      token: 'hush',
      cookie: 'hush',
      text: 'hush',
      email: 'ada@example.org',
    };
    log.info({ ...secret, asked: { ...secret, authorization: 'hush', headers: { x: 'hush' } } }, 'asked');
    const cause = new Error('no account <bob.b+x@mail.example.org>');
    log.error(
      { err: new Error('postgres://user:pass@db.example/x ada@example.org said no', { cause }) },
      'failed',
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) for (const word of hidden) expect(line).not.toContain(word);
    expect(lines.join('')).toContain('said no');
  });

  it('says less or more by its level', () => {
    const { stream, said } = collecting();
    const log = createLog(stream, 'warn');
    log.info('no');
    log.warn('yes');
    expect(said().map(({ msg }) => msg)).toEqual(['yes']);
  });
});

describe('on a terminal', () => {
  it('a line reads as words, and nothing in it moves the cursor', () => {
    let screen = '';
    const log = createLog(terminalLines({ write: (text) => (screen += text) }), 'info');
    log.warn({ route: NASTY, ms: 12 }, `stopped ${NASTY}`);
    log.error({ err: new TypeError(NASTY) }, 'failed');
    expect(screen).toMatch(/^\d\d:\d\d:\d\d warn {2}stopped a\n/);
    expect(screen).toContain(' ms=12');
    expect(screen).toMatch(/error failed\n {2}TypeError: a\n/);
    expect(screen).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
