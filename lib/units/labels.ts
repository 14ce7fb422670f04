/** Which words does an instruction open with, as its title? */

const BOLD_LABEL =
  /^(?:\p{Extended_Pictographic}\uFE0F?\s*)?(\*\*|__)(?!\s)((?:(?!\*\*|__)[^\n]){1,100}?)([:：]?)\1(\s?[:：]|\s+[-–—](?=\s))?/u;
const PLAIN_LABEL = /^(\p{Lu}[^\s:：.,;!?()`]*(?: [^\s:：.,;!?()`]+){0,5})[:：](?=\s|$)/u;
const LONGEST = 60;

/**
 * Returns the bold or colon-ended words that an instruction opens with, and where its own words begin; null without.
 *
 * @example readLabel('**API Design**: RESTful') // { label: 'API Design', from: 16 }
 */
export function readLabel(text: string): { label: string; from: number } | null {
  const bold = BOLD_LABEL.exec(text);
  const [all, , words = '', inner, outer] = bold ?? [];
  if (all !== undefined && (inner || outer || all.length === text.length))
    return found(text, words, all.length);
  const plain = PLAIN_LABEL.exec(text.slice(0, LONGEST + 20));
  return plain?.[1] ? found(text, plain[1], plain[0].length) : null;
}

function found(text: string, words: string, end: number) {
  const label = words.replace(/[:：]$/, '').trim();
  if (label === '' || label.length > LONGEST) return null;
  let from = end;
  while (from < text.length && /\s/.test(text.charAt(from))) from++;
  return { label, from };
}
