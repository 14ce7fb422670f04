import { describe, expect, test } from 'vitest';

import { createStreams } from './terminal';

/** Streams whose clock the test turns, and all that was written to each. */
function terminal({ isTTY = true, columns = 80 } = {}) {
  const written = { out: '', err: '' };
  let time = 0;
  const streams = createStreams(
    { isTTY, write: (text) => (written.out += text) },
    { isTTY, columns, write: (text) => (written.err += text) },
    () => time,
  );
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { streams, written, wait };
}

const CLEAR = '\r\u001b[K';

describe('progress', () => {
  test('is shown once the work takes a while, each word in place of the last', () => {
    const { streams, written, wait } = terminal();
    streams.progress('too early');
    wait(2_000);
    streams.progress('10 % compared');
    streams.progress('11 % compared');
    wait(100);
    streams.progress('12 % compared');
    expect(written).toEqual({ out: '', err: `${CLEAR}muster: 10 % compared${CLEAR}muster: 12 % compared` });
  });

  test('makes room for notices and for the result, and leaves nothing behind', () => {
    const { streams, written, wait } = terminal();
    wait(3_000);
    streams.progress('half');
    streams.err('muster: a notice\n');
    expect(written.err).toBe(`${CLEAR}muster: half${CLEAR}muster: a notice\n`);
    wait(100);
    streams.progress('more');
    streams.progress(null);
    streams.progress(null);
    expect(written.err.endsWith(`muster: more${CLEAR}`)).toBe(true);
    wait(100);
    streams.progress('most');
    streams.out('the result');
    expect(written.err.endsWith(`muster: most${CLEAR}`)).toBe(true);
    expect(written.out).toBe('the result');
  });

  test('never goes to a file or a pipe', () => {
    const { streams, written, wait } = terminal({ isTTY: false });
    wait(60_000);
    streams.progress('half');
    streams.progress(null);
    expect(written).toEqual({ out: '', err: '' });
  });

  test('stays in one line of a narrow terminal', () => {
    const { streams, written, wait } = terminal({ columns: 12 });
    wait(3_000);
    streams.progress('1,200 of 10,000 files read');
    expect(written.err).toBe(`${CLEAR}muster: 1,…`);
  });
});

test('a notice cannot make the terminal obey', () => {
  const { streams, written } = terminal();
  streams.err('muster: \u001b[2Jgone\n');
  expect(written.err).toBe('muster: \\u001b[2Jgone\n');
});
