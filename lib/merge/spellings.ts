/** Which words are only other spellings of the same? */

/** What one author calls so another calls otherwise, in words that share no stem. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Of a name in capitals the plural has another stem: "APIs" is "API".
  [/(?<!\p{L})(\p{Lu}{2,})s(?!\p{L})/gu, '$1'],
  [/\bRESTful\b/giu, 'REST'],
  [/\b(?:pros(?: and | & | ?\/ ?)cons|advantages and disadvantages)\b/giu, 'trade-offs'],
];
const MAY_DIFFER = /\p{Lu}{2}s(?!\p{L})|RESTful|[Pp]ros|disadvantages/u;

/**
 * Puts one spelling for the others, for telling what a text says; what is written stays as it is.
 *
 * @example inOneSpelling('Tell the pros and cons') // 'Tell the trade-offs'
 */
export function inOneSpelling(text: string): string {
  if (!MAY_DIFFER.test(text)) return text;
  return SPELLINGS.reduce((said, [pattern, spelling]) => said.replace(pattern, spelling), text);
}
