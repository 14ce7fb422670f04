/** Does anything leak? Every action, route and read × every kind of person × the own and a foreign workspace × swapped ids. */

import './testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeMember } from '@/db';
import { DEFAULT_PUBLISHING } from '@/lib/contract';
import { openDocument, seedState, toBase64, updateOf } from '@/lib/live';
import { ACTIONS, can, type Permission, ROLES, ROUTES } from '@/lib/policy';
import { furnishHome, type Home, leaksIn, mayAsk, refusalOf, stateOf as rowsOf, WHO } from './testing/homes';
import { agentText, as, ask, makeMember, openWorld, type Person, type World } from './testing/world';

let world: World;
/** Two workspaces that are set up alike; the outsider of one is the owner of the other. */
let home: Home;
let foreign: Home;

beforeAll(async () => {
  world = await openWorld();
  foreign = await furnishHome(world.store, null);
  home = await furnishHome(world.store, foreign.people.owner);
});
afterAll(() => world.dispose());

const stateOf = (place: Home) => rowsOf(world.store, place);

const SET_MODEL = { kind: 'set-field', key: 'model', how: 'set', values: ['opus'] };

/** The input of each action in `slug`, with the ids of `ids`. */
const INPUTS: Record<string, (slug: string, ids: Home) => Record<string, unknown>> = {
  renameWorkspace: (workspace) => ({ workspace, name: 'Renamed' }),
  // Refused for want of an export, so that the workspace is there for the others.
  askWorkspaceDeletion: (workspace) => ({ workspace, name: workspace }),
  callOffWorkspaceDeletion: (workspace) => ({ workspace }),
  createInvitation: (workspace) => ({ workspace, role: 'viewer' }),
  inviteByEmail: (workspace) => ({ workspace, role: 'viewer', emails: ['new@example.org'] }),
  resendInvitation: (workspace, { mailedId }) => ({ workspace, invitationId: mailedId }),
  revokeInvitation: (workspace, { invitationId }) => ({ workspace, invitationId }),
  changeMemberRole: (workspace, { people }) => ({ workspace, userId: people.viewer?.userId, role: 'editor' }),
  removeMember: (workspace, { people }) => ({ workspace, userId: people.viewer?.userId }),
  leaveWorkspace: (workspace) => ({ workspace }),
  transferOwnership: (workspace, { people }) => ({ workspace, userId: people.viewer?.userId }),
  createResetLink: (workspace, { people }) => ({ workspace, userId: people.viewer?.userId }),
  createAgent: (workspace) => ({ workspace, text: agentText('new') }),
  duplicateAgent: (workspace, { agentId }) => ({ workspace, agentId }),
  saveAgent: (workspace, { agentId, versionId }) => ({
    workspace,
    agentId,
    baseVersionId: versionId,
    text: agentText('overwritten'),
  }),
  deleteAgents: (workspace, { agentId }) => ({ workspace, choice: { ids: [agentId] } }),
  restoreAgents: (workspace, { agentId }) => ({ workspace, choice: { ids: [agentId] } }),
  archiveAgents: (workspace, { agentId }) => ({ workspace, choice: { ids: [agentId] } }),
  unarchiveAgents: (workspace, { agentId }) => ({ workspace, choice: { ids: [agentId] } }),
  purgeAgents: (workspace, { agentId }) => ({ workspace, choice: { ids: [agentId] } }),
  tagAgents: (workspace, { agentId, secret }) => ({
    workspace,
    choice: { ids: [agentId] },
    add: [secret],
    remove: [],
  }),
  restoreVersion: (workspace, { agentId, versionId }) => ({
    ...{ workspace, agentId, versionId, headId: versionId },
  }),
  putLabel: (workspace, { agentId, versionId, secret }) => ({ workspace, agentId, versionId, name: secret }),
  removeLabel: (workspace, { agentId, secret }) => ({ workspace, agentId, name: secret }),
  createTemplate: (workspace) => ({ workspace, title: 'New', purpose: 'A start', text: agentText('new') }),
  changeTemplate: (workspace, { templateId }) => ({ workspace, templateId, title: 'Other', purpose: 'More' }),
  deleteTemplate: (workspace, { templateId }) => ({ workspace, templateId }),
  addSamples: (workspace) => ({ workspace }),
  changeAgents: (workspace, { agentId, versionId }) => ({
    workspace,
    bulkId: null,
    change: SET_MODEL,
    items: [{ agentId, versionId }],
  }),
  undoBulk: (workspace, { bulkId }) => ({ workspace, bulkId, from: 0 }),
  dismissDuplicates: (workspace, { agentId, twinId }) => ({ workspace, pairs: [[agentId, twinId]] }),
  undismissDuplicates: (workspace, { agentId, twinId }) => ({ workspace, pairs: [[agentId, twinId]] }),
  createMerge: (workspace, { agentId, twinId }) => ({ workspace, agentIds: [agentId, twinId] }),
  saveMerge: (workspace, { mergeId }) => ({ workspace, mergeId, revision: 0, decisions: [] }),
  rebaseMerge: (workspace, { mergeId }) => ({ workspace, mergeId }),
  discardMerge: (workspace, { mergeId }) => ({ workspace, mergeId }),
  finishMerge: (workspace, { mergeId }) => ({ workspace, mergeId, revision: 0, into: { kind: 'new' } }),
  undoMerge: (workspace, { mergeId }) => ({ workspace, mergeId }),
  createThread: (workspace, { agentId }) => ({ workspace, agentId, place: { kind: 'agent' }, body: 'x' }),
  replyToThread: (workspace, { threadId }) => ({ workspace, threadId, body: 'x' }),
  editComment: (workspace, { commentId }) => ({ workspace, commentId, body: 'x' }),
  deleteComment: (workspace, { commentId }) => ({ workspace, commentId }),
  resolveThread: (workspace, { threadId }) => ({ workspace, threadId }),
  reopenThread: (workspace, { threadId }) => ({ workspace, threadId }),
  createProposal: (workspace, { agentId, versionId }) => ({
    ...{ workspace, title: 'Publish', reason: '', agents: [{ agentId, versionId }], reviewers: [] },
  }),
  reviseProposal: (workspace, { proposalId, agentId, versionId }) => ({
    ...{ workspace, proposalId, agents: [{ agentId, versionId }] },
  }),
  withdrawProposal: (workspace, { proposalId }) => ({ workspace, proposalId }),
  reviewProposal: (workspace, { proposalId, agentId, versionId }) => ({
    ...{ workspace, proposalId, verdict: 'commented', body: 'x', ticks: [] },
    readings: { [agentId]: `..${versionId}` },
  }),
  publishProposal: (workspace, { proposalId }) => ({ workspace, proposalId }),
  undoPublication: (workspace, { proposalId }) => ({ workspace, proposalId }),
  setPublishing: (workspace) => ({ workspace, policy: DEFAULT_PUBLISHING, adopt: true }),
  markNotifications: (workspace, { threadId }) => ({ workspace, which: { ids: [threadId] }, read: true }),
};

/** Actions that name nothing by its id: with them there is nothing to swap. */
const WITHOUT_IDS = new Set([
  'renameWorkspace',
  'leaveWorkspace',
  'askWorkspaceDeletion',
  'callOffWorkspaceDeletion',
  'createInvitation',
  'inviteByEmail',
  'createAgent',
  'createTemplate',
  'addSamples',
  'setPublishing',
]);
const FILE = 'app/w/[workspace]/actions.ts';
const scoped = Object.entries(ACTIONS[FILE] ?? {}) as [string, Permission][];

type AnyAction = (input: unknown) => Promise<{ ok: boolean; error?: { code: string; message: string } }>;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The lint forbids importing app; a test of its surface has to, by path. */
const load = <T>(file: string) => import(path.join(ROOT, file)) as Promise<Record<string, T>>;

async function call(name: string, person: Person | null, input: unknown) {
  const act = (await load<AnyAction>(FILE))[name];
  if (!act) throw new Error(`no action ${name}`);
  return as(person, () => act(input));
}

describe('actions', () => {
  it('are all in this test', () => {
    expect(Object.keys(INPUTS).sort()).toEqual(scoped.map(([name]) => name).sort());
  });

  for (const [name, permission] of scoped) {
    for (const who of WHO) {
      if (mayAsk(who, permission)) continue;
      it(`${name} is refused to ${who}, and changes nothing`, async () => {
        const before = await stateOf(home);
        const result = await call(name, home.people[who], INPUTS[name]?.(home.slug, home));
        expect(result).toMatchObject({ ok: false, error: { code: refusalOf(who, permission) } });
        expect(leaksIn(JSON.stringify(result), home)).toEqual([]);
        expect(await stateOf(home)).toEqual(before);
      });
    }

    for (const role of ROLES.filter((each) => can(each, permission))) {
      it(`${name} does nothing to a foreign workspace for ${role}`, async () => {
        const before = await stateOf(foreign);
        const elsewhere = await call(name, home.people[role], INPUTS[name]?.(foreign.slug, foreign));
        expect(elsewhere).toMatchObject({ ok: false, error: { code: 'not_found' } });
        expect(leaksIn(JSON.stringify(elsewhere), foreign)).toEqual([]);
        if (!WITHOUT_IDS.has(name)) {
          const own = await stateOf(home);
          const swapped = await call(name, home.people[role], INPUTS[name]?.(home.slug, foreign));
          expect(swapped).toMatchObject({ ok: false, error: { code: 'not_found' } });
          expect(leaksIn(JSON.stringify(swapped), foreign)).toEqual([]);
          expect(await stateOf(home)).toEqual(own);
        }
        expect(await stateOf(foreign)).toEqual(before);
      });
    }
  }

  it('save nothing on a foreign base version', async () => {
    const input = { ...INPUTS.saveAgent?.(home.slug, home), baseVersionId: foreign.versionId };
    const result = await call('saveAgent', home.people.editor, input);
    expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(leaksIn(JSON.stringify(result), foreign)).toEqual([]);
  });

  it('take no agent of another workspace into a merge, nor into a pair, nor as the place of the result', async () => {
    const before = await stateOf(foreign);
    const { slug: workspace, agentId, mergeId } = home;
    const mixed = [agentId, foreign.agentId];
    const into = { kind: 'source', agentId: foreign.agentId };
    for (const [name, input] of [
      ['createMerge', { workspace, agentIds: mixed }],
      ['dismissDuplicates', { workspace, pairs: [mixed] }],
      ['finishMerge', { workspace, mergeId, revision: 0, into }],
    ] as const) {
      const result = await call(name, home.people.editor, input);
      expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } });
      expect(leaksIn(JSON.stringify(result), foreign)).toEqual([]);
    }
    expect(await stateOf(foreign)).toEqual(before);
  });

  it('do nothing for a member who was removed a moment ago', async () => {
    const removed = await makeMember(world.store, home.id, 'editor');
    const { id: workspaceId } = home;
    await world.store.write((tx) => removeMember(tx, { workspaceId, userId: removed.userId, now: 1 }));
    const before = await stateOf(home);
    for (const [name] of scoped) {
      const result = await call(name, removed, INPUTS[name]?.(home.slug, home));
      expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } });
      expect(leaksIn(JSON.stringify(result), home)).toEqual([]);
    }
    for (const asked of routes) {
      const { status, text } = await fetchRoute(asked, removed, home.slug, home);
      expect([status, leaksIn(text, home)]).toEqual([404, []]);
    }
    expect(await stateOf(home)).toEqual(before);
  });

  it('are done for those who may', async () => {
    const created = await call('createAgent', home.people.editor, INPUTS.createAgent?.(home.slug, home));
    expect(created.ok).toBe(true);
    const saved = await call('saveAgent', home.people.editor, {
      ...INPUTS.saveAgent?.(home.slug, home),
      text: agentText(`agent-of-${home.slug}`, `${home.secret}, changed\n`),
    });
    expect(saved.ok).toBe(true);
  });

  it('let an admin neither make nor unmake an owner', async () => {
    const { admin, owner, viewer } = home.people;
    for (const input of [
      { workspace: home.slug, userId: owner?.userId, role: 'viewer' },
      { workspace: home.slug, userId: viewer?.userId, role: 'owner' },
      { workspace: home.slug, userId: admin?.userId, role: 'owner' },
    ]) {
      expect(await call('changeMemberRole', admin, input)).toMatchObject({ error: { code: 'forbidden' } });
    }
    const removal = { workspace: home.slug, userId: owner?.userId };
    expect(await call('removeMember', admin, removal)).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('let nobody but its writer change a comment, nor anybody but them and admins delete it', async () => {
    const { threadId, commentId, slug: workspace, people } = home;
    for (const role of ['viewer', 'editor', 'admin'] as const) {
      const edit = await call('editComment', people[role], { workspace, commentId, body: 'Mine' });
      expect(edit).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    for (const role of ['viewer', 'editor'] as const) {
      const removal = await call('deleteComment', people[role], { workspace, commentId });
      expect(removal).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    const said = await call('replyToThread', people.viewer, { workspace, threadId, body: 'I may' });
    expect(said.ok).toBe(true);
  });

  it('leave every workspace an owner', async () => {
    const { owner } = home.people;
    const input = { workspace: home.slug, userId: owner?.userId };
    expect(await call('changeMemberRole', owner, { ...input, role: 'admin' })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await call('removeMember', owner, input)).toMatchObject({ error: { code: 'conflict' } });
    const leaving = await call('leaveWorkspace', owner, { workspace: home.slug });
    expect(leaving).toMatchObject({ error: { code: 'conflict' } });
  });
});

interface Asked {
  file: string;
  method: string;
  permission: Permission;
}

const routes: Asked[] = Object.entries(ROUTES)
  .filter(([file]) => file.includes('/[workspace]/'))
  .flatMap(([file, methods]) =>
    Object.entries(methods).map(([method, permission]) => ({
      file,
      method,
      permission: permission as Permission,
    })),
  );

/** Somebody types a letter at the start of whatever document it is. */
const TYPED = toBase64(updateOf(openDocument(seedState('')), [{ from: 0, to: 0, insert: 'x' }]));

type RouteHandler = Parameters<typeof ask>[1];

const STATUS: Record<string, number> = { unauthenticated: 401, not_found: 404, forbidden: 403 };

/** Asks a route in the workspace `slug` about the agent of `ids`. */
async function fetchRoute({ file, method }: Asked, person: Person | null, slug: string, ids: Home) {
  const handlers = await load<RouteHandler>(file);
  const handler = handlers[method];
  if (!handler) throw new Error(`${file} has no ${method}`);
  const isImport = file.includes('/import/');
  const asking = {
    ...{ ids: [ids.agentId], text: agentText('asked', ids.secret), except: ids.agentId },
    ...{ choice: { ids: [ids.agentId] }, change: SET_MODEL, agentId: ids.agentId, versionId: ids.versionId },
    ...{ kind: 'sync', stream: 'none', tab: 'none', vector: null, generation: ids.versionId, update: TYPED },
  };
  const dropped = new FormData();
  dropped.append('file', new Blob([agentText('dropped')]), 'dropped.md');
  const body = isImport ? dropped : JSON.stringify(asking);
  const type: Record<string, string> = isImport ? {} : { 'content-type': 'application/json' };
  const response = await ask(
    person,
    handler,
    {
      ...{ workspace: slug, agent: ids.agentId, version: '1', merge: ids.mergeId },
      ...{ template: ids.templateId, review: ids.proposalId },
    },
    {
      method,
      url: `/?mode=write&ids=${ids.agentId}&q=&of=tags&a=${ids.agentId}&b=${ids.twinId}`,
      ...(method === 'POST' && { body, headers: type }),
      // It would stay open for as long as somebody listens.
      ...(file.endsWith('/live/route.ts') && { signal: AbortSignal.timeout(20) }),
    },
  );
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('routes', () => {
  for (const asked of routes) {
    const title = `${asked.method} ${asked.file}`;
    for (const who of WHO) {
      it(`${title} for ${who}`, async () => {
        const before = await stateOf(home);
        const answer = await fetchRoute(asked, home.people[who], home.slug, home);
        const code = refusalOf(who, asked.permission);
        expect(answer.status).toBe(code ? STATUS[code] : 200);
        expect(answer.headers.get('cache-control')).toMatch(/^private, no-store(, no-transform)?$/);
        if (code) {
          expect(leaksIn(answer.text, home)).toEqual([]);
          expect(await stateOf(home)).toEqual(before);
        }
      });
    }

    it(`${title} gives nothing of a foreign workspace to anybody`, async () => {
      const before = await stateOf(foreign);
      for (const role of ROLES) {
        const elsewhere = await fetchRoute(asked, home.people[role], foreign.slug, foreign);
        expect(elsewhere.status).toBe(404);
        const swapped = await fetchRoute(asked, home.people[role], home.slug, foreign);
        for (const { text } of [elsewhere, swapped]) {
          expect(leaksIn(text, foreign)).toEqual([]);
        }
      }
      expect(await stateOf(foreign)).toEqual(before);
    });

    if (asked.method === 'GET') {
      it(`${title} answers HEAD by the same guard, without an Origin as browsers send it`, async () => {
        const handler = (await load<RouteHandler>(asked.file)).GET;
        if (!handler) throw new Error('no GET');
        const { agentId: agent, mergeId: merge, templateId: template, proposalId: review } = home;
        const params = { workspace: home.slug, agent, version: '1', merge, template, review };
        for (const [person, status] of [
          [home.people.owner, 200],
          [home.people.outsider, 404],
          [null, 401],
        ] as const) {
          const url = `/?ids=${home.agentId}&of=tags&a=${home.agentId}&b=${home.twinId}`;
          const init = { method: 'HEAD', url, origin: null };
          expect((await ask(person, handler, params, init)).status).toBe(status);
        }
      });
    }

    if (asked.method === 'POST') {
      it(`${title} is refused from another site, and without an Origin`, async () => {
        const handlers = await load<RouteHandler>(asked.file);
        for (const origin of ['https://evil.example', null]) {
          const handler = handlers.POST;
          if (!handler) throw new Error('no POST');
          const init = { method: 'POST', body: '{}', origin };
          const response = await ask(home.people.owner, handler, { workspace: home.slug }, init);
          expect(response.status).toBe(403);
        }
      });
    }
  }
});

/** Reads end in a redirect (strangers) or a 404 (everybody else without the permission). */
const digestOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { digest?: string }) => error.digest ?? String(error),
  );

describe('reads', () => {
  const READS: Record<
    string,
    { permission: Permission; read: (slug: string, ids: Home) => Promise<unknown> }
  > = {
    requireWorkspace: {
      permission: 'workspace:read',
      read: async (slug) => (await import('./reads/workspaces')).requireWorkspace(slug),
    },
    listMembers: {
      permission: 'member:list',
      read: async (slug) => (await import('./reads/workspaces')).listMembers(slug),
    },
    listInvitations: {
      permission: 'member:invite',
      read: async (slug) => (await import('./reads/workspaces')).listInvitations(slug),
    },
    listAgents: {
      permission: 'agent:read',
      read: async (slug) => (await import('./reads/agents')).listAgents(slug),
    },
    listNames: {
      permission: 'agent:read',
      read: async (slug) => (await import('./reads/agents')).listNames(slug),
    },
    requireAgent: {
      permission: 'agent:read',
      read: async (slug, { agentId }) => (await import('./reads/agents')).requireAgent(slug, agentId),
    },
    requireHistory: {
      permission: 'agent:read',
      read: async (slug, { agentId }) => (await import('./reads/history')).requireHistory(slug, agentId),
    },
    requireVersion: {
      permission: 'agent:read',
      read: async (slug, { agentId }) => (await import('./reads/history')).requireVersion(slug, agentId, '1'),
    },
    requireComparison: {
      permission: 'agent:read',
      read: async (slug, { agentId }) =>
        (await import('./reads/comparisons')).requireComparison(slug, agentId, { from: '1', to: '1' }),
    },
    listTemplates: {
      permission: 'template:read',
      read: async (slug) => (await import('./reads/templates')).listTemplates(slug),
    },
    listBulkChanges: {
      permission: 'agent:read',
      read: async (slug) => (await import('./reads/bulk')).listBulkChanges(slug),
    },
    listMerges: {
      permission: 'merge:read',
      read: async (slug) => (await import('./reads/merges')).listMerges(slug),
    },
    listActivity: {
      permission: 'activity:read',
      read: async (slug, { agentId: agent }) =>
        (await import('./reads/activity')).listActivity(slug, { agent }),
    },
    listAudit: {
      permission: 'audit:read',
      read: async (slug, { people }) =>
        (await import('./reads/audit')).listAudit(slug, { by: people.owner?.userId }),
    },
    listReviews: {
      permission: 'proposal:read',
      read: async (slug) => (await import('./reads/reviews')).listReviews(slug),
    },
    requireReview: {
      permission: 'proposal:read',
      read: async (slug, { proposalId }) => (await import('./reads/reviews')).requireReview(slug, proposalId),
    },
    listProposable: {
      permission: 'proposal:edit',
      read: async (slug) => (await import('./reads/reviews')).listProposable(slug),
    },
    getPublishing: {
      permission: 'proposal:read',
      read: async (slug) => (await import('./reads/reviews')).getPublishing(slug),
    },
    listInbox: {
      permission: 'inbox:read',
      read: async (slug) => (await import('./reads/inbox')).listInbox(slug),
    },
    requireMergeRow: {
      permission: 'merge:read',
      read: async (slug, { mergeId }) => (await import('./reads/merges')).requireMergeRow(slug, mergeId),
    },
  };

  it('are all in this test', async () => {
    const modules = [
      await import('./reads/workspaces'),
      await import('./reads/agents'),
      await import('./reads/exports'),
      await import('./reads/duplicates'),
      await import('./reads/history'),
      await import('./reads/comparisons'),
      await import('./reads/merges'),
      await import('./reads/bulk'),
      await import('./reads/templates'),
      await import('./reads/agent-titles'),
      await import('./reads/activity'),
      await import('./reads/audit'),
      await import('./reads/comments'),
      await import('./reads/inbox'),
      await import('./reads/reviews'),
    ];
    // These take a scope, which only a guard gives.
    const withScope = [
      ...[
        'pageOfAgents',
        'facetOfAgents',
        'idsOfAgents',
        'exportOutlook',
        'openZip',
        'openFile',
        ...['pageOfHistory', 'labelsOfAgent', 'openVersion', 'findVersion'],
        ...['compareVersions', 'comparisonOf', 'blameVersion'],
        'pageOfMerges',
        'openMerge',
      ],
      ...['pageOfReviews', 'openReview', 'threadsOfReview', 'changeInReview'],
      ...['threadsOfAgent', 'pageOfInbox', 'whatWaits'],
      ...['pageOfBulkChanges', 'headsToChange', 'streamBulkPreview', 'detailOfBulk'],
      ...['pageOfActivity', 'pageOfAuditRows', 'streamAudit'],
      ...['streamDuplicates', 'pairEvidence', 'similarAgents', 'titlesOfAgents', 'openTemplate'],
    ];
    const names = modules
      .flatMap((module) => Object.keys(module))
      .filter((name) => !withScope.includes(name));
    expect(Object.keys(READS).sort()).toEqual(names.sort());
  });

  for (const [name, { permission, read }] of Object.entries(READS)) {
    for (const who of WHO) {
      it(`${name} for ${who}`, async () => {
        const digest = await digestOf(as(home.people[who], () => read(home.slug, home)));
        if (who === 'anonymous') expect(digest).toMatch(/^NEXT_REDIRECT;replace;\/sign-in/);
        else if (refusalOf(who, permission)) expect(digest).toBe('NEXT_HTTP_ERROR_FALLBACK;404');
        else expect(digest).toBe('done');
      });
    }

    it(`${name} tells nobody of a foreign workspace`, async () => {
      for (const role of ROLES) {
        const elsewhere = await digestOf(as(home.people[role], () => read(foreign.slug, foreign)));
        expect(elsewhere).toBe('NEXT_HTTP_ERROR_FALLBACK;404');
        const swapped = as(home.people[role], () => read(home.slug, foreign)).catch((error: unknown) =>
          String(error),
        );
        expect(JSON.stringify(await swapped)).not.toContain(foreign.slug);
      }
    });
  }

  it('let a viewer read what a viewer may not write', async () => {
    const { requireAgent } = await import('./reads/agents');
    const seen = await as(home.people.viewer, () => requireAgent(home.slug, home.agentId));
    expect(seen).toMatchObject({ canEdit: false, text: expect.stringContaining(home.secret) });
    const edited = await as(home.people.editor, () => requireAgent(home.slug, home.agentId));
    expect(edited.canEdit).toBe(true);
  });
});
