/** Which versions does a search of a history find? By number, message, who saved it, and the labels that they carry. */

/** The words that are looked for, folded. */
export type HistoryQuery = readonly string[];

/** What a search looks into. */
interface Searched {
  number: number;
  savedBy: string;
  message: string | null;
  labels: readonly string[];
}

/** More words than this nobody types. */
const MOST_WORDS = 12;
const LONGEST = 200;
const NUMBER = /^v?\d+$/;

/** Reads what somebody looks for; nothing finds everything. */
export function readHistoryQuery(asked: string): HistoryQuery {
  return fold(asked.slice(0, LONGEST)).split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
}

/**
 * Says whether a version has all words, wherever they stand; a number may also be how its own begins.
 *
 * @example isFoundBy(['v1', 'ada'], { number: 12, savedBy: 'Ada', message: null, labels: [] }) // true
 */
export function isFoundBy(query: HistoryQuery, { number, savedBy, message, labels }: Searched): boolean {
  const said = fold([savedBy, message ?? '', ...labels].join('\n'));
  const isOwn = (word: string) => NUMBER.test(word) && `v${number}`.startsWith(`v${word.replace('v', '')}`);
  return query.every((word) => isOwn(word) || said.includes(word));
}

/** Returns the number where nothing but one is looked for. */
export function numberIn(query: HistoryQuery): number | null {
  const [word = ''] = query;
  return query.length === 1 && NUMBER.test(word) ? Number(word.replace('v', '')) : null;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
