/** Does an instruction say something else in the same words but one? */

import { remembered } from './remembered';

/** Words that come and go, or stand for each other, without a change of what is to be done. */
const LIGHT: ReadonlySet<string> = new Set(
  `a an the and or of for to in on at by with from your their its our any all each every proper properly complete
   completely effective effectively potential intelligent robust comprehensive thorough thoroughly seamless systematic
   appropriate efficient efficiently careful carefully deep master expert advanced modern strong solid clear clearly
   relevant various overall good best high well-defined meaningful strategic optimal smart key main you we will can
   should is are be ensure implement design apply create define build establish use provide recommend develop consider
   please always also make write plan propose follow mechanisms systems strategies techniques approaches practices
   solutions measures`.split(/\s+/),
);

interface Words {
  list: readonly string[];
  set: ReadonlySet<string>;
}

/** The same few texts are compared with each other again and again. */
const wordsOf = remembered((text): Words => {
  const list = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return { list, set: new Set(list) };
});

/**
 * Whether `part` has, between the same two neighbours, another word than `whole`, and neither text has both: "unit
 * tests for X" is then not contained in "integration tests for X", however much the two share. Linear in their lengths.
 *
 * @example substitutes('Water in the evening', 'Water in the morning') // true
 */
export function substitutes(part: string, whole: string): boolean {
  const { list: own, set: mine } = wordsOf(part);
  const { list: other, set: known } = wordsOf(whole);
  const missing = own.some((word) => isForeign(word, known));
  if (!missing) return false;
  const between = new Set<string>();
  for (const [at, word] of other.entries()) {
    if (isForeign(word, mine)) between.add(frameOf(other, at));
  }
  return own.some(
    (word, at) => isForeign(word, known) && hasNeighbour(own, at) && between.has(frameOf(own, at)),
  );
}

/** Endings apart, a word that the other text does not have. */
function isForeign(word: string, known: ReadonlySet<string>): boolean {
  if (LIGHT.has(word) || word.length < 3 || known.has(word)) return false;
  return ![`${word}s`, `${word}es`, word.replace(/(?:es|s)$/, ''), word.replace(/(?:ing|ed)$/, '')].some(
    (form) => form.length > 2 && known.has(form),
  );
}

/** The nearest words on both sides; an end stands for itself. */
const frameOf = (words: readonly string[], at: number): string =>
  `${words[at - 1] ?? '^'}\u0000${words[at + 1] ?? '$'}`;

/** Between two ends there is nothing to compare. */
const hasNeighbour = (words: readonly string[], at: number): boolean => at > 0 || at < words.length - 1;
