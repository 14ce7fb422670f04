/** Is every page, action and route of the tree in the table, and guarded by what the table says? */

import './testing/mocks';

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';
import { ACTIONS, type Guard, PAGES, ROUTES } from '@/lib/policy';
import { guardOf } from './action';
import { guardOfRoute } from './route';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function filesNamed(pattern: RegExp): string[] {
  return readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(path.basename(file)))
    .map((file) => `app/${file.split(path.sep).join('/')}`)
    .sort();
}

const load = (file: string) => import(path.join(ROOT, file)) as Promise<Record<string, unknown>>;
const source = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

describe('the table of pages', () => {
  it('lists exactly the pages of the tree', () => {
    expect(filesNamed(/^page\.[jt]sx?$/)).toEqual(Object.keys(PAGES).sort());
  });

  it.each(Object.entries(PAGES))('%s is guarded by %s', (file, guard) => {
    const text = source(file);
    const reads = guardsCalledIn(text);
    if (guard === 'public' || guard === 'token') {
      expect(reads.filter((read) => read !== 'signed-in')).toEqual([]);
    } else {
      expect(reads).toContain(guard);
    }
    // Rendered by the server, where the guard is; never by the browser alone.
    expect(text).not.toMatch(/^['"]use client['"]/m);
  });

  it('has no loading page above a guarded one: it would answer 200 before the guard', () => {
    const folders = filesNamed(/^loading\.[jt]sx?$/).map((file) => path.posix.dirname(file));
    const guarded = Object.entries(PAGES).filter(([, guard]) => guard !== 'public');
    for (const folder of folders) {
      expect(guarded.filter(([page]) => page.startsWith(`${folder}/`))).toEqual([]);
    }
  });
});

/** What each read asks for; found in the source of a page by its call. */
const READS: Record<string, Guard[]> = {
  requireUser: ['signed-in'],
  listMyWorkspaces: ['signed-in'],
  listMySessions: ['signed-in'],
  listMyWaysIn: ['signed-in'],
  listMyResetLinks: ['signed-in'],
  getMyNotificationSettings: ['signed-in'],
  requireWorkspace: ['workspace:read'],
  listAgents: ['agent:read', 'workspace:read'],
  requireAgent: ['agent:read', 'workspace:read'],
  listNames: ['agent:read', 'workspace:read'],
  requireHistory: ['agent:read', 'workspace:read'],
  requireVersion: ['agent:read', 'workspace:read'],
  requireComparison: ['agent:read', 'workspace:read'],
  listMembers: ['member:list', 'workspace:read'],
  listInvitations: ['member:invite'],
  listTemplates: ['template:read', 'workspace:read'],
  listMyHints: ['signed-in'],
  listBulkChanges: ['agent:read', 'workspace:read'],
  listMerges: ['merge:read', 'workspace:read'],
  listInbox: ['inbox:read', 'workspace:read'],
  listReviews: ['proposal:read', 'workspace:read'],
  requireReview: ['proposal:read', 'workspace:read'],
  listProposable: ['proposal:edit', 'workspace:read'],
  getPublishing: ['proposal:read', 'workspace:read'],
  requireMergeRow: ['merge:read', 'workspace:read'],
  listActivity: ['activity:read', 'workspace:read'],
  listAudit: ['audit:read'],
};

function guardsCalledIn(text: string): Guard[] {
  const asked = [...text.matchAll(/if \(!can\('([a-z:-]+)'\)\) notFound\(\);/g)].map(
    (match) => match[1] as Guard,
  );
  const called = Object.keys(READS).filter((name) => new RegExp(`\\b${name}\\(`).test(text));
  return [...asked, ...called.flatMap((name) => READS[name] ?? [])];
}

describe('the table of actions', () => {
  it('lists exactly the files that hold server actions', () => {
    const marked = filesNamed(/\.[jt]sx?$/).filter((file) => /['"]use server['"]/.test(source(file)));
    expect(marked).toEqual(Object.keys(ACTIONS).sort());
  });

  it.each(Object.entries(ACTIONS))(
    '%s exports what the table says, guarded as it says',
    async (file, actions) => {
      expect(source(file)).toMatch(/^'use server';/);
      const exported = Object.entries(await load(file));
      const found = exported.map(([name, value]) => [name, guardOf(value as object)]);
      expect(Object.fromEntries(found)).toEqual(actions);
    },
  );
});

describe('the table of routes', () => {
  it('lists exactly the routes of the tree', () => {
    expect(filesNamed(/^route\.[jt]sx?$/)).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(ROUTES))(
    '%s answers the methods of the table, guarded as it says',
    async (file, methods) => {
      const exported = Object.entries(await load(file)).filter(([name]) => METHODS.includes(name));
      const found = exported.map(([name, value]) => [name, guardOfRoute(value as object)]);
      expect(Object.fromEntries(found)).toEqual(methods);
    },
  );
});
