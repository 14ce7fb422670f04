/** In which language is a text written? */

import { STOP_WORD_LANGUAGES, type StopWordLanguage, stopWordsOf } from './stop-words';
import { isPlain, splitWord, visitWords } from './words';

const SCRIPTS: readonly [language: string, pattern: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** Read of a text to guess: enough for a hundred grammar words. */
const SAMPLE = 3_000;
/** Fewer grammar words than this say nothing. */
const LEAST_HITS = 3;

/**
 * Guesses the language of a text as its ISO 639-1 code, by its script and by its grammar words; null when there is too
 * little to tell. Code, names and loan words are mostly English, so that a tenth of another script is enough.
 *
 * @example guessLanguage('Você é um revisor de código que não edita.') // 'pt'
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  for (const [language, pattern] of SCRIPTS)
    if ((sample.match(pattern)?.length ?? 0) * 10 > sample.length) return language;
  const hits = new Map<string, number>();
  const count = (folded: string) => {
    if (folded.length > LONGEST_GRAMMAR) return;
    for (const language of languagesOf(folded)) hits.set(language, (hits.get(language) ?? 0) + 1);
  };
  visitWords(sample, (text, from, to, run) => {
    const written = text.slice(from, to);
    if (isPlain(written)) count(written);
    else for (const { folded } of splitWord(written, run)) count(folded);
  });
  let best: string | null = null;
  let most = LEAST_HITS - 1;
  for (const language of STOP_WORD_LANGUAGES) {
    const count = hits.get(language) ?? 0;
    if (count > most) [best, most] = [language, count];
  }
  return best ?? ((sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 4 > sample.length ? 'ru' : null);
}

let languages: ReadonlyMap<string, readonly StopWordLanguage[]> | null = null;
const NONE: readonly StopWordLanguage[] = [];

/** No word of the lists is longer. */
const LONGEST_GRAMMAR = 16;

/** The languages in which a folded word is grammar. */
function languagesOf(folded: string): readonly StopWordLanguage[] {
  languages ??= listByWord();
  return languages.get(folded) ?? NONE;
}

function listByWord(): ReadonlyMap<string, readonly StopWordLanguage[]> {
  const found = new Map<string, StopWordLanguage[]>();
  for (const language of STOP_WORD_LANGUAGES)
    for (const word of stopWordsOf(language)) {
      const own = found.get(word) ?? [];
      if (own.length === 0) found.set(word, own);
      own.push(language);
    }
  return found;
}
