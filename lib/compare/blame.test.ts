import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type BlameVersion, blameLines } from './blame';

const version = (id: string, text: string, ...parents: string[]): BlameVersion => ({ id, text, parents });

/** Blames the last of these versions. */
async function blame(versions: readonly BlameVersion[], most = 100) {
  const head = versions.at(-1);
  if (!head) throw new Error('no version');
  const load = async (ids: readonly string[]) => versions.filter(({ id }) => ids.includes(id));
  const lines = await blameLines(head, { load, most });
  return lines.map(({ versionId, isBound }) => `${versionId}${isBound ? '?' : ''}`);
}

describe('who last touched a line', () => {
  it('is who put it there as it reads', async () => {
    const versions = [
      version('v1', 'a\nb\nc\n'),
      version('v2', 'a\nB\nc\n', 'v1'),
      version('v3', 'new\na\nB\nc\n', 'v2'),
    ];
    expect(await blame(versions)).toEqual(['v3', 'v1', 'v2', 'v1']);
  });

  it('is who wrote it in the parent that was merged in', async () => {
    const versions = [
      version('mine', 'a\nb\n'),
      version('theirs1', 'x\n'),
      version('theirs2', 'x\ny\n', 'theirs1'),
      version('merged', 'a\nx\ny\nb\nz\n', 'mine', 'theirs2'),
    ];
    expect(await blame(versions)).toEqual(['mine', 'theirs1', 'theirs2', 'mine', 'merged']);
  });

  it('is the restorer where a line had gone, and the writer where it stayed', async () => {
    const versions = [version('v1', 'a\nb\n'), version('v2', 'a\n', 'v1'), version('v3', 'a\nb\n', 'v2')];
    expect(await blame(versions)).toEqual(['v1', 'v3']);
  });

  it('is left open beyond the bound, and where a version is gone', async () => {
    const versions = [version('v1', 'a\n'), version('v2', 'a\nb\n', 'v1'), version('v3', 'a\nb\nc\n', 'v2')];
    expect(await blame(versions, 2)).toEqual(['v2?', 'v2?', 'v3']);
    expect(await blame(versions.slice(1))).toEqual(['v2?', 'v2?', 'v3']);
  });

  it('does not care for line ends', async () => {
    expect(await blame([version('v1', 'a\nb'), version('v2', 'a\r\nb\r\n', 'v1')])).toEqual(['v1', 'v1']);
  });

  it('goes through versions that meet again', async () => {
    const versions = [
      version('v1', 'a\nb\n'),
      version('v2', 'a\nb\nc\n', 'v1'),
      version('v3', 'z\na\nb\n', 'v1'),
      version('v4', 'z\na\nb\nc\n', 'v2', 'v3'),
    ];
    expect(await blame(versions)).toEqual(['v3', 'v1', 'v1', 'v2']);
  });

  it('for any chain, the version that is named has the line and its former one has it less often', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 6 })
      .map((list) => list.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
        const versions = texts.map((each, at) => version(`${at}`, each, ...(at > 0 ? [`${at - 1}`] : [])));
        const lines = (texts.at(-1) ?? '').replace(/\n$/, '').split('\n');
        const blamed = await blame(versions);
        expect(blamed).toHaveLength(lines.length);
        for (const [at, id] of blamed.entries()) {
          expect((texts[Number(id)] ?? '').split('\n')).toContain(lines[at]);
        }
      }),
    );
  });
});
