import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ROLES, type Role } from '@/lib/policy';

import { type GivenReview, judge, type ProposedAgent, readingOf, ticksOf } from './judge';
import { DEFAULT_PUBLISHING, type PublishingPolicy } from './policy';
import { type Member, stuckPeople, stuckWork } from './stuck';
import { policyStuckInWords, workStuckInWords } from './stuck-words';

const ON: PublishingPolicy = { ...DEFAULT_PUBLISHING, enabled: true };
const member = (name: string, role: Role): Member => ({ userId: name.toLowerCase(), name, role });
const ADA = member('Ada', 'owner');
const BEN = member('Ben', 'editor');
const CLEO = member('Cleo', 'editor');
const VERA = member('Vera', 'viewer');

describe('in words', () => {
  it.each<[string, Partial<PublishingPolicy>, Member[], RegExp[]]>([
    ['two who may', { wideningNeedsAdmin: false }, [ADA, BEN], []],
    ['one alone', {}, [ADA, VERA], [/nothing could be published.*only Ada may/, /let authors approve/]],
    ['one alone, who may approve', { authorsApprove: true }, [ADA], []],
    ['off', { enabled: false }, [ADA], []],
    ['too many asked', { approvals: 3 }, [ADA, BEN], [/approvals of 3/, /fewer approvals/]],
    [
      'one who may approve and writes',
      { approver: 'owner' },
      [ADA, BEN],
      [/What Ada alone writes could not be published: .*an owner .*there is none/, /higher role/],
    ],
    [
      'one admin',
      {},
      [ADA, BEN, CLEO],
      [/What Ada alone writes and lets an agent do more.*there is none/, /^Make somebody else an admin/],
    ],
  ])('the policy with %s', (_what, policy, members, sentences) => {
    const said = policyStuckInWords({ ...ON, ...policy }, members);
    expect(said).toHaveLength(sentences.length);
    for (const [at, sentence] of sentences.entries()) expect(said[at]).toMatch(sentence);
  });

  it('a proposal names its agents where there are several, and what helps once', () => {
    const work = (title: string, author: string, widens = false) => ({
      ...{ title, proposer: author, authors: [author], widens },
    });
    const members = [ADA, BEN];
    expect(workStuckInWords(ON, members, [work('a', 'ben')])).toEqual([]);
    expect(workStuckInWords(ON, members, [work('a', 'ben', true)])).toEqual([]);
    const [one, way, ...more] = workStuckInWords(ON, members, [work('a', 'ada', true)]);
    expect(one).toMatch(/^As things stand nobody can get this approved: it lets the agent do more/);
    expect([way, more]).toEqual([expect.stringMatching(/^Make somebody else an admin/), []]);
    const both = { ...work('both', 'ada'), authors: ['ada', 'ben'] };
    expect(workStuckInWords(ON, members, [work('a', 'ben'), both])[0]).toMatch(
      /nobody can get both approved/,
    );
    expect(workStuckInWords({ ...ON, enabled: false }, members, [both])).toEqual([]);
  });
});

describe('whatever the policy and the members', () => {
  const PEOPLE = ['ada', 'ben', 'cleo', 'dora'] as const;
  const policies = fc.record({
    ...{ enabled: fc.constant(true), authorsApprove: fc.boolean(), wideningNeedsAdmin: fc.boolean() },
    ...{ approver: fc.constantFrom(...ROLES), approvals: fc.integer({ min: 1, max: 3 }) },
  });
  const teams = fc.tuple(...PEOPLE.map(() => fc.option(fc.constantFrom(...ROLES)))).map((roles) =>
    roles.flatMap((role, at): Member[] => {
      const userId = PEOPLE[at] ?? '';
      return role === null ? [] : [{ userId, name: userId, role }];
    }),
  );

  it('work is stuck exactly if the judge would not let it through with the approval of everybody', () => {
    const count = { stuck: 0, free: 0 };
    fc.assert(
      fc.property(
        ...([policies, teams, fc.constantFrom(...PEOPLE)] as const),
        ...([fc.subarray([...PEOPLE]), fc.boolean()] as const),
        (policy, members, proposer, authors, widens) => {
          const widenings = widens ? ['tool:Bash'] : [];
          const agent: ProposedAgent = {
            ...{ agentId: 'a', baseVersionId: null, versionId: 'v1', widenings, authors },
          };
          const reviews = members.map(
            ({ userId, role }): GivenReview => ({
              ...{ userId, role, verdict: 'approved', ticks: ticksOf([agent]) },
              readings: { a: readingOf(agent) },
            }),
          );
          const { ready } = judge(policy, { proposer, agents: [agent], reviews });
          const stuck = stuckWork(policy, members, { proposer, authors, widens });
          count[stuck ? 'stuck' : 'free'] += 1;
          expect(stuck === null).toBe(ready);
        },
      ),
      { numRuns: 600 },
    );
    expect(Math.min(count.stuck, count.free)).toBeGreaterThan(50);
  });

  it('nothing is said of a policy by which everybody can get their own work published, and something of any other', () => {
    fc.assert(
      fc.property(policies, teams, (policy, members) => {
        const { approvals, admin } = stuckPeople(policy, members);
        const writers = members.filter(({ role }) => role !== 'viewer');
        if (writers.length === 0) return;
        expect(policyStuckInWords(policy, members).length > 0).toBe(approvals.length + admin.length > 0);
      }),
    );
  });
});
