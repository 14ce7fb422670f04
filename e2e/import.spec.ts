/** How do agents come in? Dropped, picked, zipped or pasted: looked over first, then written, and each file has its answer. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { zipSync } from 'fflate';

import { FIVE } from './agents';
import { expectFit, expectNoSidewaysScroll, PHONE } from './page-checks';
import { downloaded, dropFiles, importQuietly, savedText } from './steps';
import { expect, test } from './story';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const agent = (name: string, body = 'You help.') =>
  `---\nname: ${name}\ndescription: Helps with ${name}.\n---\n\n${body}\n`;

test('files are dropped, looked over, imported, and kept byte for byte', async ({ owner, workspace }) => {
  await owner.goto(`${workspace}/agents`);
  await expect(owner.getByRole('heading', { name: 'Drop your agents here' })).toBeVisible();
  await dropFiles(owner, [
    ...FIVE,
    { fileName: 'notes.md', text: '# Notes\n\nNothing of an agent.\n' },
    { fileName: 'large.md', text: `---\nname: large\ndescription: Large.\n---\n${'x'.repeat(1_100_000)}` },
    { fileName: 'zero.md', text: '---\nname: zero\ndescription: Has a NUL.\n---\na\0b\n' },
  ]);
  const dialog = owner.getByRole('dialog');
  const line = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  await expect(dialog.getByRole('button', { name: 'Import 5 agents' })).toBeFocused();
  await expect(line('incident-scribe.md')).toContainText(/will not load.*line 3/is);
  await expect(line('notes.md')).toContainText('not an agent');
  await expect(line('large.md')).toContainText('refused');
  await expect(line('zero.md')).toContainText('refused');
  await owner.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: /^5 imported, 1 not an agent, 2 refused/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();

  const rows = owner.locator('[data-agent]');
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: 'service-builder' })).toHaveCount(2);
  for (const link of await rows.getByRole('link').all()) {
    const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    expect(FIVE.map((file) => file.text)).toContain(await savedText(owner, workspace, id));
  }
});

test('a zip of a repository: a preview of every kind of file, one answer for namesakes, results to take along', async ({
  owner,
  workspace,
}) => {
  const [planner = ''] = await importQuietly(owner, workspace, [
    { fileName: 'planner.md', text: agent('planner') },
    { fileName: 'clerk.md', text: agent('clerk') },
  ]);
  const folder = 'team-agents-4f1c/.claude/agents';
  const changed = agent('planner', 'Plans twice.');
  const zip = zipSync({
    [`${folder}/planner.md`]: bytesOf(changed),
    [`${folder}/clerk.md`]: bytesOf(agent('clerk')),
    [`${folder}/reviewer.md`]: bytesOf(agent('reviewer')),
    [`${folder}/reviewer-copy.md`]: bytesOf(agent('reviewer')),
    [`${folder}/windows.md`]: bytesOf('\uFEFF---\r\nname: windows\r\ndescription: d\r\n---\r\nBody\r\n'),
    [`${folder}/broken.md`]: bytesOf('---\nname: "open\ndescription: [x\n---\nbody'),
    'team-agents-4f1c/templates/writer.md': bytesOf(agent('writer')),
    'team-agents-4f1c/README.md': bytesOf('# Team agents\n'),
    'team-agents-4f1c/logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    'team-agents-4f1c/old.zip': zipSync({ 'a.md': bytesOf(agent('old')) }),
    'team-agents-4f1c/latin.md': new Uint8Array([0x2d, 0xff]),
    '../../etc/evil.md': bytesOf(agent('evil')),
  });
  await owner.goto(`${workspace}/agents`);
  await owner.getByLabel('Zip of agents').setInputFiles({
    name: 'team-agents-main.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zip),
  });
  const dialog = owner.getByRole('dialog');
  const line = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  const main = dialog.getByRole('button', { name: /^Import \d/ });
  await expect(main).toHaveText('Import 4 agents');
  await expect(line('/planner.md')).toContainText('same name');
  await expect(line('/clerk.md')).toContainText('identical');
  await expect(line('/reviewer-copy.md')).toContainText('The same file as');
  await expect(line('/broken.md')).toContainText('will not load');
  await expect(line('/README.md')).toContainText('no front matter');
  await expect(line('/old.zip')).toContainText('archive within an archive');
  await expect(line('evil.md')).toContainText('leads out of the archive');
  await expect(line('/writer.md').getByRole('checkbox')).not.toBeChecked();
  await expectFit(owner);

  await owner.setViewportSize(PHONE);
  await expectNoSidewaysScroll(owner);
  await dialog.getByRole('button', { name: 'Refused 3' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'refused' })).toHaveCount(3);
  await dialog.getByRole('button', { name: 'All 12' }).click();
  await owner.setViewportSize({ width: 1440, height: 900 });

  // The arrow keys walk, the space bar chooses.
  await line('/reviewer.md').getByRole('checkbox').focus();
  await owner.keyboard.press('Space');
  await expect(main).toHaveText('Import 3 agents');
  await owner.keyboard.press('Space');
  await dialog.getByLabel('What becomes of files with a name that is taken').click();
  await owner.getByRole('option', { name: /New version/ }).click();
  await main.click();
  await expect(dialog.getByRole('heading', { name: /^3 imported, 1 new version/ })).toBeVisible();

  const { name, bytes } = await downloaded(owner, async () => {
    await dialog.getByRole('button', { name: 'Download results' }).click();
    await owner.getByRole('menuitem', { name: 'As CSV' }).click();
  });
  expect(name).toBe('import-results.csv');
  expect(bytes.toString('utf8')).toContain(
    `team-agents-main.zip,${folder}/planner.md,replaced,planner,true,${planner}`,
  );
  await dialog.getByLabel('Search the files').fill('planner');
  await expect(dialog.getByRole('listitem').filter({ hasText: '.md' })).toHaveCount(1);
  await dialog.getByRole('link', { name: 'planner' }).click();
  await owner.waitForURL(/agents\/[^/]+$/);
  expect(await savedText(owner, workspace, planner)).toBe(changed);
  await owner.goto(`${workspace}/agents/${planner}/history`);
  await expect(owner.getByText(`Imported from ${folder}/planner.md`)).toBeVisible();
});

test('a text is pasted onto the list, or into its window', async ({ owner, workspace }) => {
  await owner.goto(`${workspace}/agents`);
  await expect(owner.getByRole('heading', { name: 'Drop your agents here' })).toBeVisible();
  await owner.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, agent('pasted-one'));
  const dialog = owner.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Import 1 agent' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(owner.getByRole('link', { name: 'pasted-one' })).toBeVisible();

  await owner.getByRole('button', { name: 'Import', exact: true }).click();
  await owner.getByRole('menuitem', { name: /^Paste/ }).click();
  await dialog.getByLabel('Text of the file').fill(agent('pasted-two'));
  await dialog.getByRole('button', { name: 'Look at it' }).click();
  await dialog.getByRole('button', { name: 'Import 1 agent' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(owner.getByRole('link', { name: 'pasted-two' })).toBeVisible();
});

test('a folder is picked; an import that is stopped says what is missing, and goes on', async ({
  owner,
  workspace,
}) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-folder-'));
  const agents = path.join(folder, '.claude/agents/team');
  fs.mkdirSync(agents, { recursive: true });
  for (const name of ['picked-one', 'picked-two']) {
    fs.writeFileSync(path.join(agents, `${name}.md`), agent(name));
  }
  fs.writeFileSync(path.join(folder, 'notes.txt'), 'Nothing of an agent.');
  await owner.goto(`${workspace}/agents`);
  await owner.getByLabel('Folder of agents').setInputFiles(folder);
  const dialog = owner.getByRole('dialog');
  const line = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  await expect(line('.claude/agents/team/picked-one.md')).toContainText('picked-one');
  await expect(line('notes.txt')).toContainText('another kind of file');

  await owner.route('**/import?mode=write', () => {});
  await dialog.getByRole('button', { name: 'Import 2 agents' }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(line('picked-one.md')).toContainText('Not imported: you stopped.');
  await owner.unroute('**/import?mode=write');
  await dialog.getByRole('button', { name: 'Import the rest' }).click();
  await expect(dialog.getByRole('heading', { name: /^2 imported/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(owner.getByRole('list', { name: 'Agents, 2 in all' })).toBeVisible();
  fs.rmSync(folder, { recursive: true });
});
