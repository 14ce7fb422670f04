import { expect, it } from 'vitest';

import { routePattern } from './route-pattern';

it.each([
  ['/', '/'],
  ['/sign-in', '/sign-in'],
  ['/join/a-secret-token', '/join/[token]'],
  ['/w/new', '/w/new'],
  ['/w/team', '/w/[workspace]'],
  ['/w/team/agents/new', '/w/[workspace]/agents/new'],
  ['/w/team/agents/01J', '/w/[workspace]/agents/[agent]'],
  ['/api/w/team/agents/01J/download', '/api/w/[workspace]/agents/[agent]/download'],
  ['/_next/static/chunks/a.js', 'static'],
  ['/wp-admin.php', 'other'],
  ['/w/team/agents/01J/%0a', 'other'],
  ['/w/[workspace]/agents/[agent]', '/w/[workspace]/agents/[agent]'],
])('%s is %s', (path, pattern) => {
  expect(routePattern(path)).toBe(pattern);
});
