import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isAtLeast, ROLES, type Role } from '@/lib/policy';

import { type GivenReview, isIndependent, judge, type Proposal, readingOf, tickOf, ticksOf } from './judge';
import { DEFAULT_PUBLISHING, type PublishingPolicy } from './policy';
import { needsInWords } from './words';

const ON: PublishingPolicy = { ...DEFAULT_PUBLISHING, enabled: true };
const AGENT = {
  agentId: 'a',
  baseVersionId: 'v1',
  versionId: 'v2',
  widenings: ['tool:Bash'],
  authors: ['ada'],
};
const proposal = (reviews: GivenReview[], agents = [AGENT]): Proposal => ({
  proposer: 'ada',
  agents,
  reviews,
});
const approval = (userId: string, role: Role | null, more: Partial<GivenReview> = {}): GivenReview => ({
  ...{ userId, role, verdict: 'approved', ticks: ticksOf([AGENT]) },
  readings: { a: readingOf(AGENT) },
  ...more,
});
const kinds = (policy: PublishingPolicy, given: Proposal) =>
  judge(policy, given).needs.map(({ kind }) => kind);

describe('judge', () => {
  it.each<[string, Partial<PublishingPolicy>, GivenReview[], string[]]>([
    ['an admin who ticked everything', {}, [approval('eve', 'admin')], []],
    ['nobody', {}, [], ['approvals', 'admin']],
    ['an editor, for what widens', {}, [approval('bob', 'editor')], ['admin']],
    ['an editor, where that is enough', { wideningNeedsAdmin: false }, [approval('bob', 'editor')], []],
    [
      'an editor and an admin, of two',
      { approvals: 2 },
      [approval('bob', 'editor'), approval('eve', 'owner')],
      [],
    ],
    ['one of two', { approvals: 2 }, [approval('eve', 'owner')], ['approvals']],
    ['the same twice', { approvals: 2 }, [approval('eve', 'owner'), approval('eve', 'owner')], ['approvals']],
    ['a viewer', {}, [approval('vera', 'viewer')], ['approvals', 'admin']],
    [
      'a viewer, where viewers may',
      { approver: 'viewer', wideningNeedsAdmin: false },
      [approval('vera', 'viewer')],
      [],
    ],
    ['its author', {}, [approval('ada', 'owner')], ['approvals', 'admin']],
    ['its author, where authors may', { authorsApprove: true }, [approval('ada', 'owner')], []],
    ['one who left', {}, [approval('eve', null)], ['approvals', 'admin']],
    ['one who did not tick', {}, [approval('eve', 'owner', { ticks: [] })], ['approvals', 'admin']],
    [
      'one who read another version',
      {},
      [approval('eve', 'owner', { readings: { a: 'v1..v0' } })],
      ['approvals', 'admin'],
    ],
    [
      'one who took it back',
      {},
      [approval('eve', 'owner'), approval('eve', 'owner', { verdict: 'changes-requested' })],
      ['approvals', 'admin', 'changes'],
    ],
    [
      'one who came round',
      {},
      [approval('eve', 'owner', { verdict: 'changes-requested' }), approval('eve', 'owner')],
      [],
    ],
    [
      'one who said something more',
      {},
      [approval('eve', 'owner'), approval('eve', 'owner', { verdict: 'commented' })],
      [],
    ],
    [
      'changes asked of another version',
      {},
      [
        approval('bob', 'admin', { verdict: 'changes-requested', readings: { a: 'old' } }),
        approval('eve', 'owner'),
      ],
      [],
    ],
    ['publishing turned off', { enabled: false }, [approval('eve', 'owner')], ['off']],
  ])('approved by %s', (_who, policy, reviews, needs) => {
    expect(kinds({ ...ON, ...policy }, proposal(reviews))).toEqual(needs);
  });

  it('takes an approval away only where a new version touched', () => {
    const other = { ...AGENT, agentId: 'b', widenings: [] };
    const read = { readings: { a: readingOf(AGENT), b: readingOf(other) } };
    const moved = { ...other, versionId: 'v3' };
    const { approvals, needs } = judge(ON, proposal([approval('eve', 'admin', read)], [AGENT, moved]));
    expect(approvals).toEqual({ a: ['eve'], b: [] });
    expect(needs).toEqual([{ kind: 'approvals', agentId: 'b', left: 1, given: 0 }]);
    const names = { agent: () => 'reviewer', person: () => 'Eve', several: true };
    expect(needsInWords(needs, names)).toEqual(['One approval is needed for reviewer.']);
    const [second] = judge({ ...ON, approvals: 2 }, proposal([approval('eve', 'admin', read)])).needs;
    expect(needsInWords(second ? [second] : [], names)).toEqual([
      'One more approval is needed for reviewer.',
    ]);
  });
});

describe('whatever people do', () => {
  const PEOPLE = ['ada', 'bob', 'eve', 'vera'] as const;
  const AGENTS = ['a', 'b'] as const;
  const person = fc.constantFrom(...PEOPLE);
  const agent = fc.constantFrom(...AGENTS);
  const widenings = fc.uniqueArray(fc.constantFrom('tool:Bash', 'mode:edits', 'hook:x'), { maxLength: 3 });
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('approve' as const),
        who: person,
        ticks: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    fc.record({ do: fc.constantFrom('request' as const, 'comment' as const), who: person }),
    fc.record({ do: fc.constant('write' as const), agent, by: person, widenings }),
    fc.record({ do: fc.constant('publish-other' as const), agent, widenings }),
    fc.record({ do: fc.constant('role' as const), who: person, role: fc.option(fc.constantFrom(...ROLES)) }),
    fc.record({
      do: fc.constant('policy' as const),
      authorsApprove: fc.boolean(),
      wideningNeedsAdmin: fc.boolean(),
      approvals: fc.integer({ min: 1, max: 3 }),
      approver: fc.constantFrom(...ROLES),
    }),
  );

  it('nothing is published that widens unticked, with too few approvals, or approved by its own author', () => {
    let published = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let count = 0;
        const fresh = () => `v${++count}`;
        const roles = new Map<string, Role | null>(PEOPLE.map((who, at) => [who, ROLES[at] ?? null]));
        const agents = new Map(
          AGENTS.map((agentId) => [
            agentId as string,
            {
              agentId,
              baseVersionId: fresh(),
              versionId: fresh(),
              widenings: [] as string[],
              authors: ['ada'] as string[],
            },
          ]),
        );
        let policy: PublishingPolicy = { ...ON };
        const reviews: Omit<GivenReview, 'role'>[] = [];
        // Told by the steps alone: who, since its last change, read an agent and ticked what.
        const seen = new Map<string, Map<string, { approved: boolean; ticks: readonly string[] }>>(
          AGENTS.map((agentId) => [agentId, new Map()]),
        );
        for (const action of steps) {
          if (action.do === 'approve' || action.do === 'request' || action.do === 'comment') {
            const all = ticksOf([...agents.values()]);
            const ticks = action.do === 'approve' ? all.slice(0, Math.ceil(all.length * action.ticks)) : [];
            const verdict = (
              { approve: 'approved', request: 'changes-requested', comment: 'commented' } as const
            )[action.do];
            const readings = Object.fromEntries(
              [...agents.values()].map((each) => [each.agentId, readingOf(each)]),
            );
            reviews.push({ userId: action.who, verdict, readings, ticks });
            if (action.do === 'comment') continue;
            for (const by of seen.values()) by.set(action.who, { approved: action.do === 'approve', ticks });
          } else if (action.do === 'write' || action.do === 'publish-other') {
            const present = agents.get(action.agent);
            if (!present) continue;
            present.widenings = action.widenings;
            if (action.do === 'write') {
              present.versionId = fresh();
              present.authors = [...present.authors, action.by];
            } else present.baseVersionId = fresh();
            seen.get(action.agent)?.clear();
          } else if (action.do === 'role') roles.set(action.who, action.role);
          else policy = { ...policy, ...action };
          const given = reviews.map((review) => ({ ...review, role: roles.get(review.userId) ?? null }));
          const { ready } = judge(policy, { proposer: 'ada', agents: [...agents.values()], reviews: given });
          if (!ready) continue;
          published += 1;
          for (const { agentId, widenings: gained, authors } of agents.values()) {
            const approvers = [...(seen.get(agentId) ?? [])].filter(([who, { approved, ticks }]) => {
              const role = roles.get(who) ?? null;
              const isFree = policy.authorsApprove || (who !== 'ada' && !authors.includes(who));
              const ticked = gained.every((key) => ticks.includes(tickOf(agentId, key)));
              return approved && ticked && isFree && role !== null && isAtLeast(role, policy.approver);
            });
            expect(approvers.length).toBeGreaterThanOrEqual(policy.approvals);
            const admins = approvers.filter(([who]) => isAtLeast(roles.get(who) ?? 'viewer', 'admin'));
            if (policy.wideningNeedsAdmin && gained.length > 0) expect(admins.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 1_500 },
    );
    // Otherwise it would have proved nothing.
    expect(published).toBeGreaterThan(50);
  });

  it('an approval of one who is not independent changes nothing', () => {
    fc.assert(
      fc.property(person, fc.boolean(), (who, authorsApprove) => {
        const policy = { ...ON, authorsApprove, wideningNeedsAdmin: false };
        const given = proposal([approval(who, 'owner')]);
        expect(judge(policy, given).ready).toBe(isIndependent(policy, given, who));
      }),
    );
  });
});
