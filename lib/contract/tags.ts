/** What is a tag or a label, and how many tags does an agent carry? */

import { line } from './text';
import { z } from './zod';

const MAX_TAG = 40;
/** The most tags of one agent. */
export const MAX_TAGS = 20;

/** What nobody sees, or what turns round the text beside it; within an emoji the joiner and the style are seen. */
const UNSEEN =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)(?:\u200d|\ufe0f)|(?!\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A short name as it is kept: without case, width, needless blanks and what is not seen, so that no two look alike. */
function shortName(noun: string) {
  const missing = `Type a ${noun}.`;
  return line(200, missing)
    .transform((text) =>
      text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim().toLowerCase(),
    )
    .refine((name) => name !== '', missing)
    .refine((name) => [...name].length <= MAX_TAG, `A ${noun} has at most ${MAX_TAG} characters.`);
}

export const tagName = shortName('tag');

/** The number of a version, as addresses say it. */
const NUMBER = /^v?(\d+)$/;

/** Far beyond what anybody saves, and within what every database counts. */
const LAST_NUMBER = 999_999_999;

/** A label stands in addresses where the number of a version may stand, too. */
export const labelName = shortName('label').refine(
  (name) => !NUMBER.test(name),
  'This would be taken for the number of a version. Use a word.',
);

/** Parts of addresses that browsers resolve, and the page beside those of the versions. */
const NO_VERSION = /^(?:\.+|compare)$/;

/** A label that is put now: one whose address leads to its version. */
export const newLabelName = labelName.refine(
  (name) => !NO_VERSION.test(name),
  'This means something else in addresses. Use another word.',
);

/** Which version an address means: by its number, or by the label that it carries. */
export type VersionRef = { number: number } | { label: string };

/**
 * Reads which version an address means; null of what can be none.
 *
 * @example readVersionRef('v7') // { number: 7 }
 */
export function readVersionRef(address: string): VersionRef | null {
  const text = decoded(address);
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) {
    const value = Number(number);
    return value > 0 && value <= LAST_NUMBER ? { number: value } : null;
  }
  const { success, data } = labelName.safeParse(text);
  return success ? { label: data } : null;
}

/** Parts of a path come as they are written in the address; those of a query do not. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const tagNames = z.array(tagName).max(MAX_TAGS, `An agent has at most ${MAX_TAGS} tags.`);
