import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createProfile } from './profile';
import { readParts } from './profile-code';
import { topicName } from './topics';

const FILE = `---
name: code-reviewer
description: Reviews pull requests. <example>user: "zebra" assistant: "giraffe"</example>
---

# Reviewer

You review changes.

\`\`\`ts
const okapi = 1;
\`\`\`
`;

const stems = (part: [string, number][]) => part.map(([stem]) => stem);

describe('a profile', () => {
  test('has the parts without examples, and code for less', () => {
    const profile = createProfile(FILE);
    const parts = readParts(profile);
    expect(profile.name).toBe('code-reviewer');
    expect(stems(parts.name)).toEqual(['code', 'review']);
    expect(stems(parts.description)).not.toContain('zebr');
    expect(stems(parts.headings)).toEqual(['review']);
    expect(new Map(parts.body).get('okap')).toBe(0.25);
  });

  test('names the job', () => {
    const [strongest] = createProfile(FILE).topics.toSorted(([, x], [, y]) => y - x);
    expect(topicName(strongest?.[0] ?? -1)).toBe('code reviewer');
  });

  test('is the same file whatever the line ends, outer blanks and order of keys', () => {
    const { sameKey } = createProfile(FILE);
    const swapped = FILE.replace(/(name: .*)\n(description: .*)\n/, '$2\n$1\n');
    expect(swapped).not.toBe(FILE);
    expect(createProfile(FILE.replaceAll('\n', '\r\n')).sameKey).toBe(sameKey);
    expect(createProfile(`${FILE}\n\n`).sameKey).toBe(sameKey);
    expect(createProfile(swapped).sameKey).toBe(sameKey);
    expect(createProfile(FILE.replace('changes', 'change')).sameKey).not.toBe(sameKey);
    expect(createProfile(FILE.replace('code-', 'prose-')).sameKey).not.toBe(sameKey);
  });

  test('exists for any text, and survives JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('---\n: [\n---\n')), (text) => {
        const profile = createProfile(text);
        expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
      }),
    );
  });
});
