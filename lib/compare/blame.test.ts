import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type BlameVersion, blameLines, splitLines } from './blame';

const version = (id: string, text: string, ...parents: string[]): BlameVersion => ({ id, text, parents });

/** Blames the last of these versions. */
function blame(versions: readonly BlameVersion[]) {
  const head = versions.at(-1);
  if (!head) throw new Error('no version');
  return blameLines(head, versions).map(({ versionId, isBound }) => `${versionId}${isBound ? '?' : ''}`);
}

describe('who last touched a line', () => {
  it('is who put it there as it reads', () => {
    const versions = [
      version('v1', 'a\nb\nc\n'),
      version('v2', 'a\nB\nc\n', 'v1'),
      version('v3', 'new\na\nB\nc\n', 'v2'),
    ];
    expect(blame(versions)).toEqual(['v3', 'v1', 'v2', 'v1']);
  });

  it('is who wrote it in the parent that was merged in', () => {
    const versions = [
      version('mine', 'a\nb\n'),
      version('theirs1', 'x\n'),
      version('theirs2', 'x\ny\n', 'theirs1'),
      version('merged', 'a\nx\ny\nb\nz\n', 'mine', 'theirs2'),
    ];
    expect(blame(versions)).toEqual(['mine', 'theirs1', 'theirs2', 'mine', 'merged']);
  });

  it('is the restorer where a line had gone, and the writer where it stayed', () => {
    const versions = [version('v1', 'a\nb\n'), version('v2', 'a\n', 'v1'), version('v3', 'a\nb\n', 'v2')];
    expect(blame(versions)).toEqual(['v1', 'v3']);
  });

  it('is left open where a version is gone or was not looked at', () => {
    const versions = [version('v1', 'a\n'), version('v2', 'a\nb\n', 'v1'), version('v3', 'a\nb\nc\n', 'v2')];
    expect(blame(versions.slice(1))).toEqual(['v2?', 'v2?', 'v3']);
  });

  it('does not care for line ends', () => {
    expect(blame([version('v1', 'a\nb'), version('v2', 'a\r\nb\r\n', 'v1')])).toEqual(['v1', 'v1']);
  });

  it('goes through versions that meet again', () => {
    const versions = [
      version('v1', 'a\nb\n'),
      version('v2', 'a\nb\nc\n', 'v1'),
      version('v3', 'z\na\nb\n', 'v1'),
      version('v4', 'z\na\nb\nc\n', 'v2', 'v3'),
    ];
    expect(blame(versions)).toEqual(['v3', 'v1', 'v1', 'v2']);
  });

  it('for any versions and merges, in whatever order they come, is a version that has the line', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 6 })
      .map((list) => list.join('\n'));
    const made = fc.tuple(text, fc.nat(9), fc.boolean());
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 8 }), (all) => {
        const versions = all.map(([each, other, isMerge], at) => {
          const parents = at === 0 ? [] : isMerge ? [at - 1, other % at] : [at - 1];
          return version(`${at}`, each, ...new Set(parents.map(String)));
        });
        const lines = splitLines(versions.at(-1)?.text ?? '');
        const blamed = blame(versions);
        expect(blamed).toHaveLength(lines.length);
        for (const [at, id] of blamed.entries()) {
          expect(splitLines(versions[Number(id)]?.text ?? '')).toContain(lines[at]);
        }
        const head = versions.at(-1) as BlameVersion;
        expect(blameLines(head, versions.toReversed())).toEqual(blameLines(head, versions));
      }),
    );
  });
});

describe('200 versions are followed in bounded time', () => {
  const LINES = 2_000;
  const textOf = (line: (at: number) => string) =>
    Array.from({ length: LINES }, (_, at) => line(at)).join('\n');
  const chain = (said: (turn: number, at: number) => string) =>
    Array.from({ length: 200 }, (_, turn) =>
      version(
        `${turn}`,
        textOf((at) => said(turn, at)),
        ...(turn > 0 ? [`${turn - 1}`] : []),
      ),
    );
  const hostile: [string, BlameVersion[]][] = [
    ['turned round each time', chain((turn, at) => `Rule ${turn % 2 ? at : LINES - at}.`)],
    [
      'every tenth line another each time',
      chain((turn, at) => (at % 10 === turn % 10 ? `${turn}` : `Rule ${at}.`)),
    ],
    ['equal lines, ever fewer', chain((turn, at) => (at < turn * 5 ? `${turn}` : 'Test it.'))],
    [
      // Many ways lead from the last to the first.
      'each merged with one far before',
      chain((turn, at) => (at % 7 === turn % 7 ? `${turn}` : `Rule ${at}.`)).map((each, turn) => ({
        ...each,
        parents: turn > 1 ? [`${turn - 1}`, `${turn >> 1}`, `${turn - 2}`] : each.parents,
      })),
    ],
  ];
  it.each(hostile)('%s', (_what, versions) => {
    const began = process.cpuUsage();
    expect(blame(versions)).toHaveLength(LINES);
    const { user, system } = process.cpuUsage(began);
    expect(user + system).toBeLessThan(10_000_000);
  });
});
