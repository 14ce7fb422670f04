/** What is a tag, and how many does an agent carry? */

import { line } from './text';
import { z } from './zod';

const MAX_TAG = 40;
/** The most tags of one agent. */
export const MAX_TAGS = 20;

/** What nobody sees, or what turns round the text beside it; within an emoji the joiner and the style are seen. */
const UNSEEN =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)(?:\u200d|\ufe0f)|(?!\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A tag as it is kept: without case, width, needless blanks and what is not seen, so that no two look alike. */
export const tagName = line(200, 'Type a tag.')
  .transform((text) => text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim().toLowerCase())
  .refine((tag) => tag !== '', 'Type a tag.')
  .refine((tag) => [...tag].length <= MAX_TAG, `A tag has at most ${MAX_TAG} characters.`);

export const tagNames = z.array(tagName).max(MAX_TAGS, `An agent has at most ${MAX_TAGS} tags.`);
