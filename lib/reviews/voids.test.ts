import { expect, it } from 'vitest';

import { readingOf } from './judge';
import { voidReadings } from './voids';

const change = (agentId: string, baseVersionId: string | null, versionId: string) => ({
  ...{ agentId, baseVersionId, versionId },
});
const read = [
  change('a', null, 'v1'),
  change('b', 'v1', 'v2'),
  change('c', 'v1', 'v2'),
  change('d', 'v1', 'v2'),
];
const readings = Object.fromEntries(read.map((agent) => [agent.agentId, readingOf(agent)]));

it('says of which agents a verdict is void, and whether by a version, by a publication, or as they went', () => {
  const now = [
    change('a', null, 'v1'),
    change('b', 'v1', 'v3'),
    change('c', 'v9', 'v2'),
    change('e', null, 'v1'),
  ];
  expect(voidReadings({ verdict: 'approved', readings }, now)).toEqual([
    { agentId: 'b', why: 'version', read: { baseVersionId: 'v1', versionId: 'v2' } },
    { agentId: 'c', why: 'base', read: { baseVersionId: 'v1', versionId: 'v2' } },
    { agentId: 'd', why: 'gone', read: { baseVersionId: 'v1', versionId: 'v2' } },
  ]);
  expect(voidReadings({ verdict: 'changes-requested', readings }, [])).toHaveLength(4);
  expect(voidReadings({ verdict: 'approved', readings: { a: '..v0' } }, now)).toEqual([
    { agentId: 'a', why: 'version', read: { baseVersionId: null, versionId: 'v0' } },
  ]);
});

it('holds again where what was read is proposed again, and knows nothing void of a comment', () => {
  expect(voidReadings({ verdict: 'approved', readings }, read)).toEqual([]);
  expect(voidReadings({ verdict: 'commented', readings }, [])).toEqual([]);
});
