/** Is this character part of a word, a word of its own, or neither? */

/** `APART`: of a script that is written without blanks between words, so that each character counts as a word. */
export const CharacterClass = { OTHER: 0, WORD: 1, APART: 2, MARK: 3 } as const;

const PATTERNS: readonly [pattern: RegExp, found: number][] = [
  // They choose a picture or a colour for what stands before them and belong to no word.
  [/[\ufe00-\ufe0f]/u, CharacterClass.OTHER],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, CharacterClass.APART],
  [/(?=\p{L})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, CharacterClass.APART],
  [/[\p{L}\p{N}]/u, CharacterClass.WORD],
  [/\p{M}/u, CharacterClass.MARK],
];

const PAGE = 256;
/** All of them have a place from the start: an array with gaps is slow. */
const pages = new Array<Uint8Array | undefined>(0x110000 / PAGE);

/** Returns the `CharacterClass` of a code point. Classified by page at first sight, for patterns are slow. */
export function classOf(code: number): number {
  if (code < PAGE) return firstPage[code] as number;
  const page = pages[code >>> 8] ?? readPage(code >>> 8);
  return page[code & (PAGE - 1)] ?? CharacterClass.OTHER;
}

function readPage(number: number): Uint8Array {
  const page = new Uint8Array(PAGE);
  for (let at = 0; at < PAGE; at++) {
    const character = String.fromCodePoint(number * PAGE + at);
    page[at] = PATTERNS.find(([pattern]) => pattern.test(character))?.[1] ?? CharacterClass.OTHER;
  }
  pages[number] = page;
  return page;
}

/** Most characters stand here. */
const firstPage = readPage(0);
