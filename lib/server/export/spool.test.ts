import { existsSync } from 'node:fs';

import { expect, it } from 'vitest';

import { Spool } from './spool';

const decode = async (pieces: AsyncIterable<Uint8Array>): Promise<string[]> => {
  const texts: string[] = [];
  for await (const piece of pieces) texts.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece));
  return texts;
};

it('gives files of lines back as they were, in pieces of whole lines, and leaves nothing behind', async () => {
  const spool = await Spool.open();
  const lines = Array.from({ length: 3000 }, (_, at) => `{"at":${at},"text":"${'日é'.repeat(at % 60)}"}\n`);
  const long = `"${'x'.repeat(200_000)}"\n`;
  await spool.keep('first', ['\uFEFFa\n']);
  await spool.keep('many', [...lines, long]);
  await spool.keep('none', []);
  expect(spool.names).toEqual(['first', 'many', 'none']);
  const pieces = await decode(spool.read('many'));
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.join('') === lines.join('') + long).toBe(true);
  expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
  expect(await decode(spool.read('first'))).toEqual(['\uFEFFa\n']);
  expect(await decode(spool.read('none'))).toEqual([]);
  const values: unknown[] = [];
  for await (const some of spool.values('many')) values.push(...some);
  expect(values).toHaveLength(3001);
  const { folder } = spool as unknown as { folder: string };
  await spool.close();
  expect(existsSync(folder)).toBe(false);
});
