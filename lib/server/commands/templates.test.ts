/** Do templates and samples come into a workspace as they should, and go again? */

import '../testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { listAgents } from '@/db';
import {
  type ActionResult,
  agentFilter,
  MAX_TEMPLATES,
  SAMPLE_TAG,
  type TemplateContent,
} from '@/lib/contract';
import { SAMPLES } from '@/lib/starters';
import { requireScope } from '../pages';
import { listTemplates, openTemplate } from '../reads/templates';
import { as, makePerson, makeWorkspace, openWorld, type Person, type World } from '../testing/world';

let world: World;
let owner: Person;
let workspace: { id: string; slug: string };

beforeAll(async () => {
  world = await openWorld();
  owner = await makePerson(world.store);
  workspace = await makeWorkspace(world.store, owner);
});
afterAll(() => world.dispose());

// The lint forbids importing app; a test of its surface has to, by path.
const FILE = path.join(fileURLToPath(new URL('../../..', import.meta.url)), 'app/w/[workspace]/actions.ts');
type AnyAction = (input: unknown) => Promise<ActionResult<never>>;
async function call<Output>(name: string, input: object): Promise<ActionResult<Output>> {
  const act = ((await import(FILE)) as Record<string, AnyAction>)[name];
  if (!act) throw new Error(`no action ${name}`);
  return as(owner, () => act({ workspace: workspace.slug, ...input }));
}
const list = () => as(owner, () => listTemplates(workspace.slug));

const TEXT = '\uFEFF---\r\nname: auditor # ours\r\ndescription: "Audits"\r\n---\r\n\r\nAudit.\t';

it('keeps a template to the byte, and makes a deleted one again from what the deletion gives back', async () => {
  const words = { title: 'Auditor', purpose: 'Looks at the books' };
  const made = await call<{ templateId: string }>('createTemplate', { ...words, text: TEXT });
  if (!made.ok) throw new Error(made.error.message);
  const { templateId } = made.data;
  const open = () =>
    as(owner, async () => openTemplate(await requireScope(workspace.slug, 'template:read'), templateId));
  expect(await open()).toEqual({ ...words, text: TEXT });

  await call('changeTemplate', { templateId, title: 'Book auditor', purpose: 'Looks twice' });
  const gone = await call<TemplateContent>('deleteTemplate', { templateId });
  expect(gone).toMatchObject({
    ok: true,
    data: { title: 'Book auditor', purpose: 'Looks twice', text: TEXT },
  });
  expect(await open()).toBeNull();
  expect(await call('deleteTemplate', { templateId })).toMatchObject({ error: { code: 'not_found' } });
  if (gone.ok) expect(await call('createTemplate', gone.data)).toMatchObject({ ok: true });
  expect(await list()).toMatchObject([
    { title: 'Book auditor', purpose: 'Looks twice', createdBy: owner.name },
  ]);
});

it('refuses a template without words, with what cannot be kept, or beyond the most', async () => {
  const words = { title: 'One', purpose: 'More', text: TEXT };
  for (const wrong of [{ title: ' ' }, { purpose: '' }, { purpose: 'two\nlines' }, { text: 'a\0b' }]) {
    const result = await call('createTemplate', { ...words, ...wrong });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  }
  for (let left = MAX_TEMPLATES - (await list()).length; left > 0; left--) {
    expect(await call('createTemplate', words)).toMatchObject({ ok: true });
  }
  expect(await call('createTemplate', words)).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

it('adds the samples once, all under one tag, by which they go in one go', async () => {
  const added = await call<{ ids: string[] }>('addSamples', {});
  expect(added.ok && added.data.ids).toHaveLength(SAMPLES.length);
  expect(await call('addSamples', {})).toMatchObject({ ok: true, data: { ids: [] } });
  const filter = agentFilter.parse({ tags: [SAMPLE_TAG] });
  const find = async () =>
    listAgents(world.store.read, {
      workspaceId: workspace.id,
      filter,
      now: Date.now(),
      offset: 0,
      limit: 50,
    });
  const { rows, total } = await find();
  expect(total).toBe(SAMPLES.length);
  expect(rows.filter(({ loads }) => !loads)).toHaveLength(1);
  const removed = await call<{ ids: string[] }>('deleteAgents', { choice: { filter, count: total } });
  expect(removed.ok && removed.data.ids).toHaveLength(total);
  expect((await find()).total).toBe(0);
});
