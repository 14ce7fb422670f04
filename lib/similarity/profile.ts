/** What does similarity need to know of one agent? */

import type { AgentFile } from '@/lib/agent-file';
import { readAgentFile } from '@/lib/agent-file';

import { encodeNumbers } from './base64';
import { PROFILE_VERSION } from './config';
import { digestOf } from './digest';
import { guessLanguage } from './language';
import { listConcepts, type NumberedTerm } from './lexicon';
import { encodeStems, type StemCode } from './profile-code';
import { readProfileTexts } from './profile-parts';
import { listShingles } from './shingles';
import { forgetStems, rarityOfNumber, stemOfNumber } from './stem-numbers';
import { orderTexts } from './text-order';
import { listTopics } from './topics';
import { PROFILE_PARTS, type Profile, type ProfileParts } from './types';

/** How much a word within a block of code counts. */
const CODE_SHARE = 0.25;
/** How often the body says a word whose form is kept, and how rare it is among agents: less than one in seven. */
const OFTEN = 3;
const RARE = 2;

/**
 * Reads the profile of a whole file's text: counts and hashes only, JSON-safe, the same for the same text. A file that
 * does not load, or that has no front matter, has one as well, of what can be read.
 */
export function createProfile(text: string): Profile {
  forgetStems();
  const file = readAgentFile(text);
  const texts = readProfileTexts(file);
  const language = guessLanguage(`${texts.description}\n${texts.prose}`);
  const tally = createTally();
  for (const part of ['name', 'description', 'opening', 'headings'] as const) {
    const terms = listConcepts(texts[part], language);
    countTerms(tally, terms, PROFILE_PARTS.indexOf(part), 1);
    for (const term of terms) keepWord(tally, term);
  }
  const prose = listConcepts(texts.prose, language);
  countTerms(tally, prose, BODY, 1);
  for (const term of prose)
    if (countAt(tally, tally.places.get(term.number) as number, BODY) >= OFTEN) keepWord(tally, term);
  countTerms(tally, listConcepts(texts.code, language), BODY, CODE_SHARE);
  return {
    version: PROFILE_VERSION,
    sameKey: sameKeyOf(file),
    language,
    name: file.effective.name,
    ...writeTally(tally),
    shingles: encodeNumbers(listShingles(text.slice(file.body.from, file.body.to))),
  };
}

const BODY = PROFILE_PARTS.indexOf('body');
const PARTS = PROFILE_PARTS.length;

/** What is counted of one text: each stem has a place, in the order in which they come. */
interface Tally {
  /** By the number of the stem. */
  places: Map<number, number>;
  stems: string[];
  /** By place, and within it by part. */
  counts: number[];
  words: (string | undefined)[];
}

const createTally = (): Tally => ({ places: new Map(), stems: [], counts: [], words: [] });

const countAt = ({ counts }: Tally, place: number, part: number): number =>
  counts[place * PARTS + part] as number;

function countTerms(tally: Tally, terms: readonly NumberedTerm[], part: number, share: number): void {
  const { places, stems, counts, words } = tally;
  for (const { number } of terms) {
    let place = places.get(number);
    if (place === undefined) {
      place = stems.push(stemOfNumber(number)) - 1;
      places.set(number, place);
      words.push(undefined);
      for (let at = 0; at < PARTS; at++) counts.push(0);
    }
    (counts[place * PARTS + part] as number) += share;
  }
}

/** The shortest form stands for all; common words explain nothing. */
function keepWord({ places, words }: Tally, { number, word }: NumberedTerm): void {
  const place = places.get(number) as number;
  const known = words[place];
  if (known === word || (known === undefined && rarityOfNumber(number) < RARE)) return;
  if (known === undefined || word.length < known.length || (word.length === known.length && word < known))
    words[place] = word;
}

/** By code units, so that equal texts have equal profiles. */
function writeTally(tally: Tally): StemCode & Pick<Profile, 'topics'> {
  const order = orderTexts(tally.stems);
  const stems = order.map((place) => tally.stems[place] as string);
  const code = encodeStems(
    stems,
    (at, part) => countAt(tally, order[at] as number, part),
    (at) => tally.words[order[at] as number],
  );
  const parts: ProfileParts = { name: [], description: [], opening: [], headings: [], body: [] };
  for (const [part, name] of PROFILE_PARTS.entries()) {
    const list = parts[name];
    for (let at = 0; at < order.length; at++) {
      const count = countAt(tally, order[at] as number, part);
      if (count > 0) list.push([stems[at] as string, count]);
    }
  }
  return { ...code, topics: listTopics(parts) };
}

/** A line of the front matter that begins a key of the top level, and the lines up to the next one. */
const ENTRY = /^(?=[^\s#-][^:\n]*:)/m;

/** The keys in any order, each as it is written with the lines that hang under it, whether the YAML can be read or not. */
function sameKeyOf({ text, frontMatter, body }: AgentFile): string {
  const entries = frontMatter
    ? plain(text.slice(frontMatter.range.from, frontMatter.range.to)).split(ENTRY).map(plain).sort()
    : ['no front matter'];
  return digestOf(JSON.stringify([...entries, plain(text.slice(body.from, body.to))]));
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
