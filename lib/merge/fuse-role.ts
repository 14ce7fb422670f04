/** How does one opening say who the agent is, when several did? */

import { capitalized } from './fuse-clause';

const ROLE = /^(you are|you're|act as|as)\s+(?=(?:an?|the)\s)/i;
const APPOSITION = /,\s+(?:and\s+)?(?=(?:an?|the)\s)/;
const TAIL = /\s(?=(?:with|who|whose|that|specializing|specialising|focused|focusing|responsible)\s)/;

/** Whether a sentence says who the agent is. */
export function isRole(text: string): boolean {
  return ROLE.test(text);
}

/** Words that praise; that an agent is good at what it does is said once. */
const PRAISE =
  /\b(?:an?|the|genius|world-class|master|masterful|senior|expert|experts?|elite|seasoned|experienced|skilled|leading|top-tier|meticulous|highly|deep(?:ly)?|professional|specialist|highly-skilled)\b\s*/gi;
/** "an expert in X" says as much as "with expertise in X". */
const EXPERT = /^(?:an?|the)\s+(?:[\p{L}-]+\s+){0,2}(?:expert|specialist)\s+in\s+/iu;

/** Returns what a sentence says of the agent besides praise. */
export const withoutPraise = (text: string): string => text.replace(PRAISE, '');

/**
 * Joins to an opening sentence what another says of the same agent besides: what it can and has done; a title that only
 * praises says nothing. The opening itself when the other says nothing besides. `knows` tells whether words are said
 * already.
 */
export function fuseRoles(
  host: string,
  member: string,
  knows: (words: string) => boolean,
  isTitleNovel = false,
): string {
  const opening = ROLE.exec(member)?.[0] ?? '';
  const end = /[.!]$/.exec(host)?.[0] ?? '';
  const names = member.slice(opening.length).replace(/[.!]$/, '').split(APPOSITION);
  const novel = names.map((name) => novelName(name, knows, isTitleNovel));
  const titles = novel.flatMap(({ title }) => title ?? []);
  const tails = novel.flatMap(({ tails: own }) => own);
  if (titles.length + tails.length === 0) return host;
  // "and" stands before the last description alone.
  let text = host.slice(0, host.length - end.length);
  if (titles.length > 0) {
    const before = text.replace(/,\s+and\s+(?=(?:an?|the)\s)/g, ', ');
    const others = titles.length > 1 ? `${titles.slice(0, -1).join(', ')}, ` : '';
    text = `${before}, ${others}and ${titles[titles.length - 1]}`;
  }
  for (const tail of tails) text = addTail(text, tail);
  return capitalized(`${text}${end}`);
}

/** "with A" and "with B" become "with A and B" where nothing stands between them. */
function addTail(text: string, tail: string): string {
  const open = /, with (?!.*,)(?!.* and ).*$/.test(text);
  return open && tail.startsWith('with ') ? `${text} and ${tail.slice(5)}` : `${text}, ${tail}`;
}

/** What of a description is not known: its title, and each of its tails. */
function novelName(
  name: string,
  knows: (words: string) => boolean,
  isTitleNovel: boolean,
): { title: string | null; tails: string[] } {
  const [first = '', ...rest] = name.split(TAIL);
  const expert = EXPERT.exec(first)?.[0];
  const tails = expert ? [`with expertise in ${first.slice(expert.length)}`, ...rest] : rest;
  const novel = tails.filter((tail) => !knows(withoutPraise(tail)));
  const title = expert ? '' : withoutPraise(first).trim();
  const isRelative = novel.some((tail) => /^(?:who|whose|that)\b/i.test(tail));
  if ((isTitleNovel || isRelative) && !expert) return { title: [first, ...novel].join(' '), tails: [] };
  // Of a title of which nothing is known all is to be said.
  return title !== '' && !knows(title) && novel.length === 0 && rest.length === 0
    ? { title: first, tails: [] }
    : { title: null, tails: novel };
}
