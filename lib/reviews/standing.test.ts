import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ROLES, type Role } from '@/lib/policy';

import { type GivenReview, judge, type Proposal, readingOf, ticksOf } from './judge';
import { DEFAULT_PUBLISHING, type PublishingPolicy } from './policy';
import { type Reader, standingOf } from './standing';

const ON: PublishingPolicy = { ...DEFAULT_PUBLISHING, enabled: true };
const AGENT = { agentId: 'a', baseVersionId: 'v1', versionId: 'v2', widenings: [], authors: ['ada'] };
const WIDER = { ...AGENT, widenings: ['tool:Bash'] };
const proposal = (reviews: GivenReview[] = [], agents: Proposal['agents'] = [AGENT]): Proposal => ({
  ...{ proposer: 'ada', agents, reviews },
});
const review = (
  userId: string,
  role: Role | null,
  verdict: GivenReview['verdict'] = 'approved',
  agents: Proposal['agents'] = [AGENT],
): GivenReview => ({
  ...{ userId, role, verdict, ticks: ticksOf(agents) },
  readings: Object.fromEntries(agents.map((agent) => [agent.agentId, readingOf(agent)])),
});
const reader = (userId: string, role: Role, isAsked = false): Reader => ({ userId, role, isAsked });

describe('standingOf', () => {
  it.each<[string, Partial<PublishingPolicy>, Proposal, Reader, string]>([
    ['one who may approve', {}, proposal(), reader('ben', 'editor'), 'yours'],
    ['its author', {}, proposal(), reader('ada', 'owner'), 'others'],
    ['its author, who may', { authorsApprove: true }, proposal(), reader('ada', 'owner'), 'yours'],
    ['a viewer', {}, proposal(), reader('vera', 'viewer'), 'others'],
    ['a viewer who was asked', {}, proposal(), reader('vera', 'viewer', true), 'yours'],
    [
      'a viewer who was asked and said something',
      {},
      proposal([review('vera', 'viewer', 'commented')]),
      reader('vera', 'viewer', true),
      'others',
    ],
    [
      'anybody, once it is approved',
      {},
      proposal([review('ben', 'editor')]),
      reader('eve', 'admin'),
      'approved',
    ],
    [
      'anybody, where publishing is off',
      { enabled: false },
      proposal([review('ben', 'editor')]),
      reader('eve', 'admin'),
      'approved',
    ],
    [
      'one who approved it as one of two',
      { approvals: 2 },
      proposal([review('ben', 'editor')]),
      reader('ben', 'editor'),
      'others',
    ],
    [
      'the second of two',
      { approvals: 2 },
      proposal([review('ben', 'editor')]),
      reader('eve', 'editor'),
      'yours',
    ],
    [
      'whom its widening does not wait for',
      {},
      proposal([review('ben', 'editor', 'approved', [WIDER])], [WIDER]),
      reader('cleo', 'editor'),
      'others',
    ],
    [
      'an admin, for whom its widening waits',
      {},
      proposal([review('ben', 'editor', 'approved', [WIDER])], [WIDER]),
      reader('eve', 'admin'),
      'yours',
    ],
    [
      'anybody, while changes are asked for',
      {},
      proposal([review('eve', 'admin', 'changes-requested')]),
      reader('ben', 'editor', true),
      'changes',
    ],
    [
      'one whose approval a new version took away',
      {},
      proposal([review('ben', 'editor', 'approved', [{ ...AGENT, versionId: 'v0' }])]),
      reader('ben', 'editor', true),
      'yours',
    ],
    ['anybody, when nothing is left of it', {}, proposal([], []), reader('eve', 'owner', true), 'others'],
  ])('for %s', (_who, policy, given, who, standing) => {
    expect(standingOf({ ...ON, ...policy }, given, who)).toBe(standing);
  });

  it('is approved exactly if it could be published', () => {
    const PEOPLE = ['ada', 'ben', 'eve', 'vera'] as const;
    const person = fc.constantFrom(...PEOPLE);
    const role = fc.constantFrom(...ROLES);
    const verdict = fc.constantFrom('approved' as const, 'changes-requested' as const, 'commented' as const);
    const agents = fc.subarray([AGENT, { ...WIDER, agentId: 'b' }], { minLength: 1 });
    const said = fc.array(fc.tuple(person, role, verdict), { maxLength: 5 });
    const policies = fc.record({
      ...{ enabled: fc.constant(true), authorsApprove: fc.boolean(), wideningNeedsAdmin: fc.boolean() },
      ...{ approver: role, approvals: fc.integer({ min: 1, max: 2 }) },
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        policies,
        agents,
        said,
        person,
        role,
        fc.boolean(),
        (policy, some, spoken, me, mine, asked) => {
          const reviews = spoken.map(([who, as, what]) => review(who, as, what, some));
          const given = proposal(reviews, some);
          const standing = standingOf(policy, given, { userId: me, role: mine, isAsked: asked });
          seen.add(standing);
          expect(standing === 'approved').toBe(judge(policy, given).ready);
        },
      ),
      { numRuns: 1_000 },
    );
    expect([...seen].sort()).toEqual(['approved', 'changes', 'others', 'yours']);
  });
});
