import { expect, test } from 'vitest';

import { isParaphrase } from './paraphrase';

test.each([
  ['Reproduce the leak before fixing it', 'Before you fix a leak, reproduce it'],
  ['Check for wasp nests below the roof', 'Look for wasp nests below the roof'],
  ['Ensure the cure does not spread new mould', 'Verify that the cure does not spread mould'],
  ['Sweep the whole path before planting', 'Before planting, sweep the full path'],
])('%s / %s: the same', (one, other) => {
  expect(isParaphrase(one, other)).toBe(true);
  expect(isParaphrase(other, one)).toBe(true);
});

test.each([
  ['Turn metres into feet for the plan', 'Turn feet into metres for the plan'],
  ['Water roses, not cacti', 'Water cacti, not roses'],
  ['Sweep the path before planting', 'Sweep the path after planting'],
  ['Log every frost in the diary', 'Never log frost in the diary'],
  ['Keep 40 cm between the rows', 'Keep 60 cm between the rows'],
  ['Check the soil for lime', 'Check the soil for iron'],
  ['Prune roses', 'Prune roses'],
])('%s / %s: not known to be the same', (one, other) => {
  expect(isParaphrase(one, other)).toBe(false);
});
