import { describe, expect, it } from 'vitest';

import { EVERYWHERE_KEYS } from '@/lib/client/shortcuts/everywhere';

import { scopeOf } from './scope-of';
import { Sequence } from './sequence';

const open = EVERYWHERE_KEYS;
const idOf = (found: ReturnType<Sequence['next']>) => (typeof found === 'object' ? found?.id : found);

describe('a sequence', () => {
  it('is two keys, the second soon after the first', () => {
    let now = 0;
    const sequence = new Sequence(() => now);
    const next = (chord: string) => idOf(sequence.next(chord, open));
    expect([next('g'), next('d')]).toEqual(['begun', 'go-duplicates']);
    expect(sequence.ended).toBe(true);
    expect(next('d')).toBeUndefined();
    expect(next('g')).toBe('begun');
    now = 5000;
    expect(next('d')).toBeUndefined();
    expect(sequence.ended).toBe(false);
  });

  it('is broken off by another key, which means what it means', () => {
    const sequence = new Sequence();
    const next = (chord: string) => idOf(sequence.next(chord, open));
    expect([next('g'), next('?'), next('a')]).toEqual(['begun', 'keys', undefined]);
    expect([next('g'), next('g'), next('a')]).toEqual(['begun', 'begun', 'go-agents']);
  });
});

it('the path says which keys belong to its page', () => {
  const scopes = [
    'agents',
    'agents/7',
    'agents/new',
    'agents/7/history',
    'agents/7/history/3',
    'agents/7/history/compare',
    'duplicates',
    'merges',
    'merges/7',
    'settings',
  ];
  expect(scopes.map((path) => scopeOf(`/w/acme/${path}`))).toEqual([
    ...['list', 'editor', null, 'history', 'version', 'compare', 'duplicates', null, 'board', null],
  ]);
});
