import { describe, expect, it } from 'vitest';

import { textBlockers } from './merge-board';
import { agentText } from './testing/world';

describe('a file that is to take the place of its sources', () => {
  it('has to load', () => {
    expect(textBlockers(agentText('good'))).toEqual([]);
    for (const text of ['No front matter.\n', '---\nname: half\n---\n\nNo description.\n', '']) {
      expect(textBlockers(text).join()).toMatch(/would not load the result.*(Line \d+|not load this file)/);
    }
  });

  it('has to be one that can be kept', () => {
    expect(textBlockers(agentText('large', 'ü'.repeat(600_000))).join()).toMatch(/1 MiB/);
    expect(textBlockers(agentText('odd', 'a\u0000b'))).toHaveLength(1);
  });
});
