import { describe, expect, it } from 'vitest';

import { Failure } from './failure';
import { inTurn } from './turns';

/** Works that end when they are told to, in the order in which they begin. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { begun, work, end, settled };
}

describe('what one person asks for', () => {
  it('takes turns in its order, and keeps nobody else waiting', async () => {
    const { begun, work, end, settled } = works();
    const all = ['a1', 'a2', 'a3'].map((name) => inTurn('pattern', 'a', work(name)));
    const other = inTurn('pattern', 'b', work('b1'));
    await settled();
    expect(begun).toEqual(['a1', 'b1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    await end('a2');
    await end('a3');
    await end('b1');
    expect(await Promise.all([...all, other])).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  it('runs as much at once as its kind may', async () => {
    const { begun, work, end, settled } = works();
    const all = ['1', '2', '3'].map((name) => inTurn('bulk', 'c', work(name)));
    await settled();
    expect(begun).toEqual(['1', '2']);
    for (const name of ['2', '1', '3']) await end(name);
    expect(await Promise.all(all)).toEqual(['1', '2', '3']);
  });

  it('goes on after a failure, and lets go of who leaves', async () => {
    const { begun, work, end, settled } = works();
    const failing = inTurn('pattern', 'd', async () => {
      await settled();
      throw new Error('no');
    });
    const leaving = new AbortController();
    const gone = inTurn('pattern', 'd', work('gone'), leaving.signal);
    const last = inTurn('pattern', 'd', work('last'));
    leaving.abort(new Error('left'));
    await expect(gone).rejects.toThrow('left');
    await expect(failing).rejects.toThrow('no');
    await settled();
    expect(begun).toEqual(['last']);
    await end('last');
    expect(await last).toBe('last');
  });

  it('is refused in words when there is too much of it', async () => {
    const { work, end } = works();
    const first = inTurn('texts', 'e', work('first'));
    const rest = Array.from({ length: 41 }, (_, at) => inTurn('texts', 'e', async () => at));
    const refused = await rest[40]?.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Failure);
    expect(refused).toMatchObject({ code: 'rate_limited', message: expect.stringContaining('under way') });
    await end('first');
    await first;
    expect(await Promise.all(rest.slice(0, 40))).toEqual(Array.from({ length: 40 }, (_, at) => at));
  });
});
