import { expect, it } from 'vitest';

import { neighboursOf } from './neighbours';

it('one goes on from the newer and back from the older, whichever side they are on', () => {
  expect(neighboursOf(3, 4, 9)).toEqual({ earlier: [2, 3], later: [4, 5] });
  expect(neighboursOf(7, 2, 9)).toEqual({ earlier: [1, 2], later: [7, 8] });
  expect(neighboursOf(1, 2, 2)).toEqual({ earlier: null, later: null });
});
