import { expect, test } from 'vitest';

import { CONFIG, TIERS } from '@/lib/similarity';

import { formatProgress, listFacts, summarise } from './cluster-words';
import { cluster, member, score } from './fixtures';
import { formatCell, formatPercent, formatScore, listFigures, ONE_ROLE, TIER_ORDER } from './score-words';

test.each([
  [0, '0 %', '0'],
  [0.004, 'under 1 %', '0'],
  [0.415, '42 %', '42'],
  [0.999, 'over 99 %', '99'],
  [1, '100 %', '100'],
])('%d is %s, and %s in a cell', (figure, words, cell) => {
  expect(formatPercent(figure)).toBe(words);
  expect(formatCell(figure)).toBe(cell);
});

test('tiers and the threshold of a role are those of the similarity room', () => {
  expect(TIER_ORDER).toEqual(TIERS);
  expect(ONE_ROLE).toBe(CONFIG.role.threshold);
});

test('a score is said with its tier', () => {
  expect(formatScore(score({ tier: 'copy', score: 0.94 }))).toBe('copied text, 94 %');
  expect(formatScore(score({ tier: 'same', score: 1 }))).toBe('same file');
  expect(formatScore(score({ score: 0.5 }))).toBe('same role, 50 %');
  expect(formatScore(score({ score: 0.31 }))).toBe('role in doubt, 31 %');
});

test('each figure is read out; nothing shared is said as nothing', () => {
  const [role, jaccard, containment] = listFigures(score({ role: 0.62, jaccard: 0, containment: 0.94 }));
  expect(role?.value).toBe(0.62);
  expect(jaccard?.meaning).toBe('No passage of five words stands in both bodies.');
  expect(containment?.meaning).toContain('94 % stand in the other');
});

test('the facts of a cluster leave out what is not so', () => {
  const five = ['1', '2', '3', '4', '5'].map((id) => member(id));
  expect(listFacts(cluster('a', { members: five, hiddenAgents: 3, rosterTokens: 1323 }))).toEqual({
    size: '5 agents',
    tier: 'same role',
    hidden: '3 hidden by a shared name',
    saving: 'saves 1,323 t',
  });
  expect(listFacts(cluster('a', { rosterTokens: 0 }))).toMatchObject({ hidden: null, saving: null });
});

test.each([
  [1, 1, { count: '1 cluster', gain: 'merging it saves 100 roster tokens' }],
  [12, 12, { count: '12 clusters', gain: 'merging all saves 1,200 roster tokens' }],
  [3, 12, { count: '3 of 12 clusters', gain: 'merging these saves 300 roster tokens' }],
])('%d of %d clusters', (shown, total, said) => {
  const some = Array.from({ length: shown }, (_, at) => cluster(String(at)));
  expect(summarise(some, total)).toEqual(said);
});

test('hidden agents come back; where nothing is gained nothing is promised', () => {
  const [first] = [cluster('a', { rosterTokens: 6420, hiddenAgents: 9 })];
  expect(summarise([first], 1).gain).toBe(
    'merging it saves 6,420 roster tokens and brings back 9 hidden agents',
  );
  expect(summarise([cluster('a', { rosterTokens: 0 })], 1).gain).toBe('');
});

test('progress says what is done of what', () => {
  expect(formatProgress({ step: 'comparing', done: 4200, total: 10_000 })).toBe(
    'Comparing 4,200 of 10,000 agents',
  );
  expect(formatProgress({ step: 'reading', done: 1, total: 1 })).toBe('Reading 1 of 1 agent');
});
