import { expect, test } from 'vitest';

import { initialsOf } from './initials';

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['  Grace   Brewster  Hopper ', 'GH'],
  ['\u{1F469} Lin', '\u{1F469}L'],
  ['', ''],
])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
