import { describe, expect, it } from 'vitest';

import { safePath } from './safe-path';

describe('safePath', () => {
  it.each(['/w/team/agents?q=a', '/account', '/join/abc', '/w/team/agents/%2Fx'])('follows %s', (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\/evil.example',
    '/./\\evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'w/team',
    '/api/w/team/export',
    `/${'x'.repeat(3000)}`,
    '',
    null,
    undefined,
  ])('does not follow %j', (path) => {
    expect(safePath(path)).toBe('/');
  });
});
