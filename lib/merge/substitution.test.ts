import { expect, test } from 'vitest';

import { substitutes } from './substitution';

test.each([
  ['Water in the evening', 'Water in the morning', true],
  ['Write unit tests for beds', 'Write integration tests for beds', true],
  ['Review soil for security issues', 'Review soil for performance issues', true],
  ['Evening is for rest', 'Morning is for rest', true],
  ['Water in the morning', 'Water the beds in the morning', false],
  ['Compost leaves and straw', 'Compost leaves, straw, and coffee grounds', false],
  ['Design robust beds', 'Design efficient beds', false],
  ['Plan beds', 'Plan a bed', false],
  ['Test soil', 'Test soil', false],
  ['Prune', 'Mow', false],
  ['', 'Mow', false],
])('%s / %s: %s', (part, whole, expected) => expect(substitutes(part, whole)).toBe(expected));
