/** What does similarity need to know of one agent? */

import type { AgentFile } from '@/lib/agent-file';
import { readAgentFile } from '@/lib/agent-file';

import { encodeNumbers } from './base64';
import { PROFILE_VERSION } from './config';
import { digestOf } from './digest';
import { guessLanguage } from './language';
import { visitConcepts } from './lexicon';
import { COUNT_STEPS, encodeStems, type StemCode } from './profile-code';
import { type ProfileTexts, readProfileTexts } from './profile-parts';
import { listShingles } from './shingles';
import { forgetStems, rankOfNumber, stemOfNumber } from './stem-numbers';
import { countStem, createTally, keepWord, stepsAt, type Tally } from './tally';
import { orderTexts } from './text-order';
import { listTopics } from './topics';
import { PROFILE_PARTS, type Profile } from './types';

/** How much a word within a block of code counts: a quarter. */
const CODE_STEPS = COUNT_STEPS / 4;
/** How often the prose says a word whose form is kept. */
const OFTEN = 3 * COUNT_STEPS;
const BODY = PROFILE_PARTS.indexOf('body');

/**
 * Reads the profile of a whole file's text: counts and hashes only, JSON-safe, the same for the same text. A file that
 * does not load, or that has no front matter, has one as well, of what can be read.
 */
export function createProfile(text: string): Profile {
  return profileFile(readAgentFile(text));
}

/** Reads the profile of a file that was read before. */
export function profileFile(file: AgentFile): Profile {
  forgetStems();
  const texts = readProfileTexts(file);
  const language = guessLanguage(`${texts.description}\n${texts.prose}`);
  return {
    version: PROFILE_VERSION,
    sameKey: sameKeyOf(file),
    language,
    name: file.effective.name,
    ...writeTally(tallyTexts(texts, language)),
    shingles: encodeNumbers(listShingles(file.text.slice(file.body.from, file.body.to))),
  };
}

function tallyTexts(texts: ProfileTexts, language: string | null): Tally {
  const tally = createTally();
  const { words, proseWords } = tally;
  for (const name of ['name', 'description', 'opening', 'headings'] as const) {
    const part = PROFILE_PARTS.indexOf(name);
    visitConcepts(texts[name], language, (stem, word) =>
      keepWord(tally, words, countStem(tally, stem, part), word),
    );
  }
  visitConcepts(texts.prose, language, (stem, word) =>
    keepWord(tally, proseWords, countStem(tally, stem, BODY), word),
  );
  for (let place = 0; place < proseWords.length; place++) {
    const word = proseWords[place];
    if (word !== undefined && stepsAt(tally, place, BODY) >= OFTEN) keepWord(tally, words, place, word);
  }
  visitConcepts(texts.code, language, (stem) => countStem(tally, stem, BODY, CODE_STEPS));
  return tally;
}

/** By code units, so that equal texts have equal profiles. */
function writeTally(tally: Tally): StemCode & Pick<Profile, 'topics'> {
  const { stems, words } = tally;
  const order = orderTexts(
    stems.length,
    (place) => rankOfNumber(stems[place] as number),
    (place) => stemOfNumber(stems[place] as number),
  );
  const code = encodeStems(
    order.map((place) => stemOfNumber(stems[place] as number)),
    (at, part) => stepsAt(tally, order[at] as number, part),
    (at) => words[order[at] as number],
  );
  return { ...code, topics: listTopics(tally, order) };
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
