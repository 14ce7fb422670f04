/** Are templates kept to the byte, in their workspace alone? And hints seen only once? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { listAgentTitles } from '../queries/agent-titles';
import {
  changeTemplate,
  countTemplates,
  createTemplate,
  deleteTemplate,
  getTemplate,
  listTemplates,
} from '../queries/templates';
import { getText } from '../queries/texts';
import { addHintSeen, listHintsSeen } from '../queries/users';
import { textToBytes } from '../text-bytes';
import { makeAgent, makeUser, makeWorkspace, NOW } from './rows';

const TEXT = '\uFEFF---\r\nname: 語\r\n---\r\n\tbody without an end';

export function templatesContract(open: () => Store): void {
  async function furnish() {
    const store = open();
    const workspace = await makeWorkspace(store);
    const save = { workspaceId: workspace.id, userId: workspace.ownerId, now: NOW };
    const words = { title: 'Reviewer', purpose: 'Reads changes', text: TEXT };
    const templateId = await store.write((tx) => createTemplate(tx, { ...save, ...words }));
    return { store, workspace, workspaceId: workspace.id, save, words, templateId };
  }

  test('a template keeps its text to the byte, also when it says what an agent says', async () => {
    const { store, workspace, workspaceId, words, templateId } = await furnish();
    expect(await getTemplate(store.read, { workspaceId, templateId })).toEqual(words);
    await makeAgent(store, workspace, { text: TEXT });
    expect(await store.write((tx) => deleteTemplate(tx, { workspaceId, templateId }))).toBe(true);
    expect(await getTemplate(store.read, { workspaceId, templateId })).toBeNull();
  });

  test('templates come by title, get other words, and go', async () => {
    const { store, workspaceId, save, words, templateId } = await furnish();
    const other = await store.write((tx) => createTemplate(tx, { ...save, ...words, title: 'Auditor' }));
    const titles = async () =>
      (await listTemplates(store.read, { workspaceId })).map(({ title, purpose }) => [title, purpose]);
    expect(await titles()).toEqual([
      ['Auditor', 'Reads changes'],
      ['Reviewer', 'Reads changes'],
    ]);
    const renamed = { workspaceId, templateId: other, title: 'Zoe', purpose: 'Last' };
    expect(await store.write((tx) => changeTemplate(tx, renamed))).toBe(true);
    expect(await titles()).toEqual([
      ['Reviewer', 'Reads changes'],
      ['Zoe', 'Last'],
    ]);
    await store.write((tx) => deleteTemplate(tx, { workspaceId, templateId }));
    expect(await countTemplates(store.read, { workspaceId })).toBe(1);
    expect(await store.write((tx) => deleteTemplate(tx, { workspaceId, templateId }))).toBe(false);
    expect(await store.write((tx) => changeTemplate(tx, { ...renamed, templateId }))).toBe(false);
  });

  test('the text of a template goes with the last that says it', async () => {
    const { store, workspace, workspaceId, save, words, templateId } = await furnish();
    const remove = (id: string) => store.write((tx) => deleteTemplate(tx, { workspaceId, templateId: id }));
    const { sha256 } = textToBytes(TEXT);
    const kept = () => getText(store.read, { workspaceId, sha256 });
    const other = await store.write((tx) => createTemplate(tx, { ...save, ...words }));
    await remove(templateId);
    expect(await kept()).toBe(TEXT);
    await remove(other);
    expect(await kept()).toBeNull();
    await makeAgent(store, workspace, { text: TEXT });
    await remove(await store.write((tx) => createTemplate(tx, { ...save, ...words })));
    expect(await kept()).toBe(TEXT);
  });

  test('another workspace neither sees nor changes a template', async () => {
    const { store, templateId } = await furnish();
    const { id: workspaceId } = await makeWorkspace(store);
    const key = { workspaceId, templateId };
    expect(await getTemplate(store.read, key)).toBeNull();
    expect(await listTemplates(store.read, { workspaceId })).toEqual([]);
    const done = await store.write(async (tx) => [
      await changeTemplate(tx, { ...key, title: 'Mine', purpose: 'now' }),
      await deleteTemplate(tx, key),
    ]);
    expect(done).toEqual([false, false]);
  });

  test('titles come with what changed last first, without the archive and the bin', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId } = workspace;
    for (const [at, title] of ['first', 'second', 'third'].entries()) {
      await makeAgent(store, workspace, { facts: { name: title, title, model: 'opus' }, now: NOW + at });
    }
    const titles = (limit: number) => listAgentTitles(store.read, { workspaceId, limit });
    expect((await titles(9)).map(({ title }) => title)).toEqual(['third', 'second', 'first']);
    expect(await titles(1)).toEqual([{ id: expect.any(String), title: 'third', model: 'opus' }]);
  });

  test('a hint that was seen is remembered once, for that person', async () => {
    const store = open();
    const [one, other] = [await makeUser(store), await makeUser(store)];
    const see = (hint: string) => store.write((tx) => addHintSeen(tx, { userId: one.id, hint, now: NOW }));
    expect([await see('palette'), await see('drop'), await see('palette')]).toEqual([true, true, false]);
    expect(await listHintsSeen(store.read, { userId: one.id })).toEqual(['palette', 'drop']);
    expect(await listHintsSeen(store.read, { userId: other.id })).toEqual([]);
  });
}
