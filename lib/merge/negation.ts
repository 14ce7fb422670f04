/** Which words turn round, forbid or restrict what they stand before? Each question asks for some of them. */

const NEVER = ['never', 'not', 'cannot'];
const NONE = ['no', 'without', 'avoid'];
const CONTRACTED = "\\p{L}+n['’]t";
/** Of other languages, those that more than one question asks for. */
const ELSEWHERE = ['nunca', 'não', 'nicht'];

const anyOf = (...words: string[]): string => `(?:${words.join('|')})`;

/** Words that turn what follows. */
export const TURNING_WORDS: ReadonlySet<string> = new Set([...NEVER, ...NONE, 'nor']);

/** Finds what turns the sense of a text, wherever it stands. */
export const TURNING = new RegExp(
  `\\b${anyOf(...NEVER, ...NONE, CONTRACTED, ...ELSEWHERE, 'sem', 'ohne', 'kein\\p{L}*', 'nie')}\\b|ない|ません|禁止|しな`,
  'giu',
);

/** Terms that begin so forbid something. */
export const FORBIDS_TERM = new RegExp(
  `^${anyOf(...NEVER, ...NONE, 'nor', 'must not', "don't", ...ELSEWHERE, 'niemals')}\\b`,
  'iu',
);

/** Words that forbid or restrict somewhere in a clause, so that it is more than a list. */
export const RESTRICTS = new RegExp(
  `\\b${anyOf(...NEVER, ...NONE, 'nor', 'must', 'only', 'unless', CONTRACTED)}\\b`,
  'iu',
);

/** Words that forbid, demand or restrict; each is a term with what it is about. */
export const TERM_WORDS: ReadonlySet<string> = new Set([
  ...[...NEVER, 'nor', 'must', 'only', ...ELSEWHERE],
  ..."don't doesn't can't won't mustn't shouldn't isn't aren't jamais apenas somente niemals nur muss".split(
    ' ',
  ),
]);
