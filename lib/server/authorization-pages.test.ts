/** Does a page show anybody what is not theirs? Every page, called as Next calls it, × every kind of person × swapped ids. */

import './testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Guard, PAGES, type Permission, ROLES } from '@/lib/policy';

import { furnishHome, type Home, leaksIn, refusalOf, WHO } from './testing/homes';
import { as, openWorld, type Person, type World } from './testing/world';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 120_000;

interface Page {
  default: (props: Props) => unknown;
  generateMetadata?: (props: Props) => unknown;
}
interface Props {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string>>;
  children: null;
}

let world: World;
let home: Home;
let foreign: Home;
const pages = new Map<string, Page>();

beforeAll(async () => {
  world = await openWorld();
  foreign = await furnishHome(world.store, null);
  home = await furnishHome(world.store, foreign.people.owner);
  // The lint forbids importing app; a test of its surface has to, by path.
  for (const file of [...Object.keys(PAGES), LAYOUT]) {
    pages.set(file, (await import(path.join(ROOT, file))) as Page);
  }
}, PATIENCE_MS);
afterAll(() => world.dispose());

const LAYOUT = 'app/w/[workspace]/layout.tsx';
const IN_WORKSPACE = [
  [LAYOUT, 'workspace:read'],
  ...Object.entries(PAGES).filter(([file]) => file.startsWith('app/w/[workspace]/')),
] as [string, Permission][];
const OUTSIDE = Object.entries(PAGES).filter(([file]) => !file.startsWith('app/w/[workspace]/'));

interface Shown {
  /** `done`, or how Next was told not to show the page. */
  outcome: string;
  /** Every text that the page hands on to be rendered. */
  text: string;
}

/** Renders what the server makes of a page, its title too. */
async function show(file: string, person: Person | null, slug: string, ids: Home): Promise<Shown> {
  const page = pages.get(file);
  if (!page) throw new Error(`no page ${file}`);
  const { agentId: agent, mergeId: merge, proposalId: review } = ids;
  const props = {
    params: Promise.resolve({
      workspace: slug,
      agent,
      version: '1',
      merge,
      review,
      token: ids.invitationId,
      provider: 'github',
    }),
    searchParams: Promise.resolve({}),
    children: null,
  };
  try {
    const [body, metadata] = await as(person, async () => [
      await page.default(props),
      await page.generateMetadata?.(props),
    ]);
    return { outcome: 'done', text: textsIn([body, metadata]).join('\n') };
  } catch (error) {
    const { digest } = error as { digest?: string };
    if (!digest) throw error;
    return { outcome: digest, text: digest };
  }
}

/** Collects the texts of a tree of elements, as they would be sent to the browser. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, part]) => (key === '_owner' ? [] : textsIn(part, seen)));
}

const NOT_FOUND = 'NEXT_HTTP_ERROR_FALLBACK;404';

describe.each(IN_WORKSPACE)('%s, for %s', (file, permission) => {
  it.each(WHO)('for %s', async (who) => {
    const { outcome, text } = await show(file, home.people[who], home.slug, home);
    if (who === 'anonymous') expect(outcome).toMatch(/^NEXT_REDIRECT;replace;\/sign-in/);
    else if (refusalOf(who, permission)) expect(outcome).toBe(NOT_FOUND);
    else expect(outcome).toMatch(/^done$|^NEXT_REDIRECT;replace;\/w\//);
    if (refusalOf(who, permission)) expect(leaksIn(text, home)).toEqual([]);
  });

  it('shows nobody anything of a foreign workspace', async () => {
    for (const role of ROLES) {
      const elsewhere = await show(file, home.people[role], foreign.slug, foreign);
      expect([elsewhere.outcome, leaksIn(elsewhere.text, foreign)]).toEqual([NOT_FOUND, []]);
      const swapped = await show(file, home.people[role], home.slug, foreign);
      if (/\[(?:agent|merge|review)\]/.test(file)) expect(swapped.outcome).toBe(NOT_FOUND);
      expect(leaksIn(swapped.text, foreign)).toEqual([]);
    }
  });
});

describe.each(OUTSIDE)('%s, for %s', (file, guard: Guard) => {
  it.each(WHO)('for %s', async (who) => {
    const person = home.people[who];
    const { outcome, text } = await show(file, person, home.slug, home);
    if (guard === 'signed-in' && !person) expect(outcome).toMatch(/^NEXT_REDIRECT;replace;\/sign-in/);
    const others = leaksIn(text, home).filter((trace) => trace !== person?.email);
    expect(others).toEqual([]);
  });
});

it('would see a leak: what a member may see is found', async () => {
  const { text } = await show('app/w/[workspace]/agents/page.tsx', home.people.viewer, home.slug, home);
  expect(leaksIn(text, home)).toEqual(
    expect.arrayContaining([home.agentId, home.twinId, `agent-of-${home.slug}`]),
  );
  const members = await show('app/w/[workspace]/members/page.tsx', home.people.owner, home.slug, home);
  expect(leaksIn(members.text, home)).toEqual(
    expect.arrayContaining([home.invitationId, home.mailedId, home.mailedTo]),
  );
  const asViewer = await show('app/w/[workspace]/members/page.tsx', home.people.viewer, home.slug, home);
  for (const trace of [home.invitationId, home.mailedId, home.mailedTo]) {
    expect(leaksIn(asViewer.text, home)).not.toContain(trace);
  }
});
