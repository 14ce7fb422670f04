/** Which texts try to make a page run, fetch or become something? Each has a number that tells it apart. */

import {
  AFTER_ENDINGS,
  CLOBBERS,
  COMMENTS,
  ENDINGS,
  FETCHES,
  FOREIGN,
  HANDLERS,
  HOLDERS,
  NAMESPACES,
  SCRIPTS,
  SHORT,
  SPELLINGS,
} from './payload-markup';
import { call, host, image, type Try } from './payload-tries';
import { ADDRESSES, AROUND_UNSEEN, ENCODED, LINKS, MARKDOWN, UNSEEN } from './payload-words';

export interface Payload {
  number: number;
  family: string;
  text: string;
}

/** Every one of `ways` with every one of `things`. */
function cross<A, B>(ways: readonly A[], things: readonly B[], join: (way: A, thing: B) => Try): Try[] {
  return ways.flatMap((way) => things.map((thing) => join(way, thing)));
}

const FAMILIES: Record<string, Try[]> = {
  handlers: cross(
    HANDLERS,
    SPELLINGS,
    ([tag, needs, event], spell) =>
      (n) =>
        spell(tag, needs, event, call(n)),
  ),
  foreign: FOREIGN,
  reread: cross(
    NAMESPACES,
    HOLDERS,
    (space, holder) => (n) => `${space}<${holder}><a title="</${holder}>${image(n)}">`,
  ),
  endings: cross(ENDINGS, AFTER_ENDINGS, (ending, after) => (n) => `a${ending}${after(n)}`),
  scripts: SCRIPTS,
  comments: COMMENTS,
  links: cross(ADDRESSES, LINKS, (address, link) => (n) => link(address(n), n)),
  markdown: MARKDOWN,
  encoded: ENCODED,
  unseen: cross(UNSEEN, AROUND_UNSEEN, (hidden, around) => (n) => around(hidden, n)),
  fetches: FETCHES.map((write) => (n) => write(host(n))),
  clobbers: CLOBBERS,
  short: SHORT,
};

/** All of them, numbered from 1000 so that no number is part of another. */
export const PAYLOADS: readonly Payload[] = Object.entries(FAMILIES)
  .flatMap(([family, tries]) => tries.map((write) => ({ family, write })))
  .map(({ family, write }, at) => ({ number: 1_000 + at, family, text: write(1_000 + at) }));

/** Those of one family. */
export const familyOf = (family: string) => PAYLOADS.filter((payload) => payload.family === family);

export const FAMILY_NAMES: readonly string[] = Object.keys(FAMILIES);
