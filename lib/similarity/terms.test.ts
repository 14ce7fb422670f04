import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { backgroundCount, backgroundIdf } from './background';
import { guessLanguage } from './language';
import { listConcepts } from './lexicon';
import { listStems, listTerms } from './terms';

const concepts = (text: string, language: string | null) =>
  listConcepts(text, language).map(({ stem }) => stem);

describe('stems', () => {
  test.each([
    ['Reviewing reviews of the reviewers', ['review', 'review', 'review']],
    ['C++, C# and .NET', ['cpluspl', 'csharp', 'dotnet']],
    ['Node.js with CI/CD', ['nodejs', 'cicd']],
    ['front-end frontend', ['fronten', 'fronten']],
    ['call useEffect in TypeScript on macOS', ['call', 'effect', 'typescr', 'maco']],
    ['constructor, toString and __proto__', ['constru', 'string', 'prot']],
    ['Revisão não é só isso', ['revisa']],
    ['代码审查', ['代码', '码审', '审查']],
    ['12 of 345', []],
  ])('%s', (text, stems) => {
    expect(listStems(text)).toEqual(stems);
  });

  test('stand beside the words as they are written', () => {
    expect(listTerms('Databases!')).toEqual([{ stem: 'databas', word: 'Databases' }]);
  });

  test('do not depend on how letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(listStems(text.normalize('NFD'))).toEqual(listStems(text.normalize('NFC')));
      }),
    );
  });

  test('a long text takes a time that grows with its length alone', () => {
    for (const piece of ['x', 'aB', '/ C', '++', 'é', '码', '.js', 'e-'])
      expect(listStems(piece.repeat(200_000)).length).toBeGreaterThanOrEqual(0);
  });
});

describe('concepts', () => {
  test.each([
    ['revisor de código', 'pt', ['review', 'code']],
    ['administrador de bases de datos', 'es', ['manag', 'databas']],
    ['コードレビュー', 'ja', ['code', 'review']],
    ['Sicherheitsprüfung der Datenbank', 'de', ['securit', 'databas']],
    ['k8s qa docs', null, ['kuberne', 'test', 'documen']],
  ])('%s (%s) is %s', (text, language, stems) => {
    expect(concepts(text, language)).toEqual(stems);
  });

  test('a whole sentence meets its translation', () => {
    const english = new Set(concepts('You review code for security and performance and write tests', 'en'));
    const portuguese = concepts('Você revisa código quanto a segurança e desempenho e escreve testes', 'pt');
    expect(portuguese.filter((stem) => english.has(stem)).length).toBeGreaterThanOrEqual(5);
  });
});

test.each([
  ['Você é um revisor que não edita os arquivos.', 'pt'],
  ['You are a reviewer who does not edit the files.', 'en'],
  ['Eres un revisor que no edita los archivos.', 'es'],
  ['Du bist ein Prüfer und änderst die Dateien nicht.', 'de'],
  ['コードをレビューします', 'ja'],
  ['审查代码的安全性', 'zh'],
  ['코드를 검토합니다', 'ko'],
  ['x', null],
])('%s is in %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

test('a common stem is less rare than an unknown one, which is as rare as any', () => {
  expect(backgroundIdf('test')).toBeLessThan(1);
  expect(backgroundIdf('zyzzyva')).toBeGreaterThan(backgroundIdf('kuberne'));
  expect(backgroundCount('zyzzyva')).toBeLessThan(backgroundCount('kuberne'));
});
