import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { FolderTaken, holdFolder } from './hold-folder';

const folder = mkdtempSync(join(tmpdir(), 'muster-hold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('one server at a time works on a folder, and the next one when it is gone', async () => {
  const giveBack = await holdFolder(folder, 0);
  await expect(holdFolder(folder, 0)).rejects.toThrow(FolderTaken);
  await expect(holdFolder(folder, 0)).rejects.toThrow(folder);
  const next = holdFolder(folder, 60_000);
  giveBack();
  (await next)();
});
