/** In which language is a text written? */

import { createSliceMemory } from './slice-memory';
import { STOP_WORD_LANGUAGES, stopWordsOf } from './stop-words';
import { splitWord, visitWords } from './words';

const SCRIPTS: readonly [language: string, pattern: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
];

const BEYOND_ASCII = /[^\0-\x7f]/;

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
  const isForeign = BEYOND_ASCII.test(sample);
  if (isForeign) {
    for (const [language, pattern] of SCRIPTS)
      if ((sample.match(pattern)?.length ?? 0) * 10 > sample.length) return language;
  }
  const hits = new Uint32Array(STOP_WORD_LANGUAGES.length);
  visitWords(sample, (text, from, to) => {
    const languages = languagesOf[grammar.find(text, from, to)] as readonly number[];
    for (let at = 0; at < languages.length; at++) (hits[languages[at] as number] as number)++;
  });
  let best: string | null = null;
  let most = LEAST_HITS - 1;
  for (const [at, language] of STOP_WORD_LANGUAGES.entries())
    if ((hits[at] as number) > most) [best, most] = [language, hits[at] as number];
  if (best !== null || !isForeign) return best;
  return (sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 4 > sample.length ? 'ru' : null;
}

const NONE: readonly number[] = [];

/** By number: the languages of which a word as it is written is grammar, by their places; of one in camel case, those of each hump. */
const languagesOf: (readonly number[])[] = [NONE];
const grammar = createSliceMemory((written, number) => {
  const found = splitWord(written, false).flatMap(({ folded }) =>
    STOP_WORD_LANGUAGES.flatMap((language, at) => (stopWordsOf(language).has(folded) ? [at] : [])),
  );
  languagesOf[number] = found.length > 0 ? found : NONE;
});
