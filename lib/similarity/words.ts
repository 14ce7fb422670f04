/** Where does one word end and the next begin? */

import { CharacterClass, classOf } from './characters';

/** A word as the text writes it (after NFKC), and folded; `run` when its script has no blanks between words. */
export interface Word {
  word: string;
  folded: string;
  run: boolean;
}

/** Signs by which a name is seen from afar, so that most texts are not searched for most names. */
const Sign = { ALWAYS: 0, PLUS: 1, SHARP: 2, DOT: 4, SLASH: 8, HYPHEN: 16, BLANK: 32, BEYOND: 64 } as const;

/** Names whose signs matter or whose parts mean nothing alone; every pattern is of bounded length. */
const NAMES: readonly [pattern: RegExp, name: string, signs: number][] = [
  [/\bC\+\+/gi, ' cplusplus ', Sign.PLUS],
  [/\b([CF])#/gi, ' $1sharp ', Sign.SHARP],
  [/\bObjective-C\b/gi, ' objectivec ', Sign.HYPHEN],
  [/\bASP\.NET\b/gi, ' aspnet ', Sign.DOT],
  [/(^|[^\p{L}\p{N}])\.NET\b/gu, '$1 dotnet ', Sign.DOT],
  [/\bCI ?\/ ?CD\b/gi, ' cicd ', Sign.SLASH],
  [/\bci-cd\b/gi, ' cicd ', Sign.HYPHEN],
  [/\be-(?=commerce|mail)/gi, 'e', Sign.HYPHEN],
  [/\b(front|back|full)[- ](?=end\b|stack\b)/gi, '$1', Sign.HYPHEN | Sign.BLANK],
  [/\bgo-?lang\b/gi, 'golang', Sign.ALWAYS],
  [
    /\b(node|next|nest|nuxt|express|react|vue|three|angular|ember|discord|solid|alpine|chart)\.js\b/gi,
    '$1js',
    Sign.DOT,
  ],
];

/** By ASCII code: a sign of a name, and the letters before it and after it (either case) with which it may be one. */
const SIGNS: readonly [character: string, sign: number, before: string, after: string][] = [
  ['+', Sign.PLUS, 'c', '+'],
  ['#', Sign.SHARP, 'cf', ''],
  ['.', Sign.DOT, '', 'nj'],
  ['/', Sign.SLASH, 'i ', 'c '],
  ['-', Sign.HYPHEN, 'eitkl', 'cmes'],
  [' ', Sign.BLANK, 'tkl', 'es'],
];

const signTable = (
  choose: (sign: (typeof SIGNS)[number]) => [characters: string, sign: number],
): Uint8Array => {
  const table = new Uint8Array(128);
  for (const sign of SIGNS) {
    const [characters, bit] = choose(sign);
    const codes = characters
      ? [...characters, ...characters.toUpperCase()].map((one) => one.charCodeAt(0))
      : table.keys();
    for (const code of new Set(codes)) (table[code] as number) |= bit;
  }
  return table;
};
const AT = signTable(([character, sign]) => [character, sign]);
const BEFORE = signTable(([, sign, before]) => [before, sign]);
const AFTER = signTable(([, sign, , after]) => [after, sign]);

/** The sign that draws out the vowel before it in katakana, which belongs to no script of its own. */
const LONG_VOWEL = 0x30fc;

/** A hump of `useEffect`: what follows it has a small letter, unlike in `macOS` and `gRPC`. */
const HUMPS = /(?<=[\p{Ll}\p{N}]{2})(?=\p{Lu}\p{Ll})/u;
const CAPITAL = /\p{Lu}/u;

/**
 * Splits a text into words of letters and digits, and into runs of the scripts that are written without blanks.
 * Kebab case and lower camel case come apart; C++, C#, .NET, Node.js and CI/CD are one word each. Linear.
 *
 * @example listWords('fix useEffect in C#').map(({ folded }) => folded) // ['fix', 'use', 'effect', 'in', 'csharp']
 */
export function listWords(source: string): Word[] {
  const words: Word[] = [];
  visitWords(source, (text, from, to, run) => {
    for (const word of splitWord(text.slice(from, to), run)) words.push(word);
  });
  return words;
}

/** A word as it is written, before camel case comes apart: a piece of the text after NFKC. */
export type WordVisitor = (text: string, from: number, to: number, run: boolean) => void;

/** Calls `visit` for each word of a text. */
export function visitWords(source: string, visit: WordVisitor): void {
  const text = nameSigns(source);
  let from = 0;
  let open: number = CharacterClass.OTHER;
  for (let at = 0; at < text.length; ) {
    let code = text.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(at) as number;
    const found = classIn(code);
    if (found !== open && !(found === CharacterClass.MARK && open !== CharacterClass.OTHER)) {
      if (open !== CharacterClass.OTHER) visit(text, from, at, open === CharacterClass.APART);
      open = found === CharacterClass.MARK ? CharacterClass.OTHER : found;
      from = at;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (open !== CharacterClass.OTHER) visit(text, from, text.length, open === CharacterClass.APART);
}

const classIn = (code: number): number => (code === LONG_VOWEL ? CharacterClass.APART : classOf(code));

/** Whether a piece that `visitWords` told of is a run of a script that is written without blanks. */
export const isRun = (piece: string): boolean => classIn(piece.codePointAt(0) ?? 0) === CharacterClass.APART;

function nameSigns(source: string): string {
  let signs = listSigns(source);
  let text = source;
  if ((signs & Sign.BEYOND) !== 0) {
    // A letter beyond ASCII may become one of it, or a sign.
    text = source.normalize('NFKC');
    if (text !== source) signs = listSigns(text);
  }
  for (const [pattern, name, needed] of NAMES)
    if (needed === Sign.ALWAYS || (signs & needed) !== 0) text = text.replace(pattern, name);
  return text;
}

/** The signs of names that a text may have. */
function listSigns(text: string): number {
  let signs = 0;
  let before = 0;
  let code = text.length > 0 ? text.charCodeAt(0) : 0;
  for (let at = 0; at < text.length; at++) {
    const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    if (code > 127) signs |= Sign.BEYOND;
    else {
      const sign = AT[code] as number;
      if (sign !== 0) signs |= sign & (BEFORE[before] ?? sign) & (AFTER[after] ?? sign);
    }
    before = code;
    code = after;
  }
  return signs;
}

/** Takes a word as it is written apart at its humps. */
export function splitWord(written: string, run: boolean): Word[] {
  const folded = foldWord(written);
  if (run || folded === written || !CAPITAL.test(written.slice(2))) return [{ word: written, folded, run }];
  return humpsOf(written).map((part) => ({ word: part, folded: foldWord(part), run }));
}

/** A name in upper camel case (TypeScript, GitHub) is one word; three humps are a class. */
function humpsOf(word: string): string[] {
  const parts = word.split(HUMPS);
  return parts.length >= 3 || !CAPITAL.test(word.charAt(0)) ? parts : [word];
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
};
const PLAIN = /^[a-z0-9]*$/;
const ASCII = /^[\0-\x7f]*$/;

/**
 * Folds the case of a word and drops the accents of Latin letters; other scripts keep theirs.
 *
 * @example foldWord('Revisão') // 'revisao'
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  if (remembered.size < MOST_REMEMBERED && word.length <= 40) remembered.set(word, folded);
  return folded;
}

/** Texts use few words often; a hostile one fills this once and is then folded anew. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßøæœłđðı]/g, (letter) => LETTERS[letter] ?? letter);
}
