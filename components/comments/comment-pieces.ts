/** What is in the words of a comment? Text, addresses to go to, and names of people: nothing else is more than text. */

export type Piece = { kind: 'text' | 'mention'; text: string } | { kind: 'link'; text: string; href: string };

/** An address up to a blank; signs that end a sentence do not belong to it. */
const LINK = /https?:\/\/[^\s<>"]+/g;
const CLOSING = /[.,;:!?)\]'’”]+$/;

/** Splits a comment; its pieces, one after the other, are its text. */
export function piecesOf(body: string, names: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of body.matchAll(LINK)) {
    const text = match[0].replace(CLOSING, '');
    const href = addressOf(text);
    if (!href) continue;
    pieces.push(...mentionsIn(body.slice(at, match.index), names), { kind: 'link', text, href });
    at = match.index + text.length;
  }
  return [...pieces, ...mentionsIn(body.slice(at), names)];
}

function addressOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

function mentionsIn(text: string, names: readonly string[]): Piece[] {
  // The longest first, so that "Ann Lee" is not read as "Ann".
  const marks = names.map((name) => `@${name}`).sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let plain = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const mark = marks.find((each) => text.startsWith(each, at));
    if (!mark) continue;
    if (at > plain) pieces.push({ kind: 'text', text: text.slice(plain, at) });
    pieces.push({ kind: 'mention', text: mark });
    plain = at + mark.length;
    at = plain - 1;
  }
  if (plain < text.length) pieces.push({ kind: 'text', text: text.slice(plain) });
  return pieces;
}

/** The word after an @ that is being written before the caret; null when there is none. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const match = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u.exec(text.slice(0, caret));
  if (!match) return null;
  const query = match[1] ?? '';
  return { from: caret - query.length - 1, query };
}

/** The people whose name, or a part of it, begins as was typed; at most `most`. */
export function suggest<Person extends { name: string }>(
  people: readonly Person[],
  query: string,
  most = 6,
): Person[] {
  const wanted = query.toLocaleLowerCase('en');
  const fits = (name: string) =>
    name.startsWith(wanted) || name.split(/\s+/).some((part) => part.startsWith(wanted));
  return people.filter(({ name }) => fits(name.toLocaleLowerCase('en'))).slice(0, most);
}

/** Signs that stand right after a word. */
const PUNCTUATION = /^[.,;:!?)\]'’”]/;

/** Puts a name in the place of what was typed of it, between `from` and `caret`; `after` is where to go on. */
export function withMention(
  text: string,
  { from, caret, name }: { from: number; caret: number; name: string },
): { text: string; after: number } {
  const rest = text.slice(caret);
  const head = `${text.slice(0, from)}@${name}${/^\s/.test(rest) || PUNCTUATION.test(rest) ? '' : ' '}`;
  return { text: head + rest, after: head.length };
}

/** Takes away the blank that came with a name, before `after`, when the next thing typed is a sign that follows a word. */
export function closedUp(text: string, after: number): string {
  const isGap = text.charAt(after - 1) === ' ' && PUNCTUATION.test(text.slice(after));
  return isGap ? text.slice(0, after - 1) + text.slice(after) : text;
}

/** The ids of those who are named after an @. */
export function namedIn(body: string, people: readonly { userId: string; name: string }[]): string[] {
  return people.filter(({ name }) => body.includes(`@${name}`)).map(({ userId }) => userId);
}
