import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createTermFinder, listProtected, missingTerms } from './protected';

describe('what is protected', () => {
  test.each([
    ['Run `npm test` before a commit', ['npm test']],
    ['Read src/lib/paths.ts and ~/.config, then CLAUDE.md', ['src/lib/paths.ts', '~/.config', 'CLAUDE.md']],
    ['You have 15+ years of experience', ['15+ years']],
    ['Handles 10,000 users, keeps 80%+ coverage', ['10,000 users', '80%+']],
    ['Knows the OWASP Top 10', ['OWASP', 'Top 10']],
    ['Uses Python 3.11+, Node.js 20+ and .NET', ['Python', '3.11+', 'Node.js', '20+', '.NET']],
    ['Signs JWTs (RS256) over OAuth2', ['JWT', 'RS256', 'OAuth2']],
    ['Builds CI/CD pipelines with SQL/NoSQL', ['CI/CD', 'SQL', 'NoSQL']],
    ['Redis, gRPC and the Acme gateway', ['Redis', 'gRPC', 'Acme']],
    ['**Token Storage**: Keep tokens short', []],
    ['You are a Senior Backend Engineer with taste', []],
    ['Never commit secrets; it must be signed', ['never commit', 'must be signed']],
    ['ALWAYS do this, NOT that', ['not that']],
    ['It is not only fast', []],
    ['禁止提交密钥', ['禁止提交']],
    ['A plain sentence about good design.', []],
  ])('%s', (text, terms) => expect(listProtected(text)).toEqual(terms));

  test('each once, and emphasis in capitals names nothing', () => {
    expect(listProtected('API and API')).toEqual(['API']);
    expect(listProtected('IMPORTANT: ALWAYS CHECK THE REPOSITORY BEFORE YOU START WORK')).toEqual([]);
  });
});

describe('finding terms again', () => {
  test('case, stars, quotes and plurals do not matter', () => {
    const { has } = createTermFinder('Use **JWTs**; NEVER log `src/Keys.ts`');
    expect(['JWT', 'never log', 'src/keys.ts'].map(has)).toEqual([true, true, true]);
    expect(['never commit', 'JW', 'keys'].map(has)).toEqual([false, false, true]);
  });

  test('a text holds whatever is protected of it', () => {
    const piece = fc.constantFrom(
      ...[
        'Never ',
        'not ',
        'only ',
        'JWT',
        'a/b.ts ',
        '`x y`',
        '80%+ ',
        ' ',
        '(',
        ')',
        ', ',
        '. ',
        ': ',
        '**',
      ],
      ...['Redis', 'must be ', 'the ', '10,000 users', 'CI/CD ', '’', '"', 'Node.js ', '禁止', '\n', '- '],
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(missingTerms(listProtected(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(missingTerms(listProtected(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
