/** What does an e-mail say? The same words twice: as plain text, and as HTML that needs no picture and no style sheet. */

/** `text` and `html` say the same. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export interface LetterLink {
  label: string;
  url: string;
}

export interface LetterWords {
  subject: string;
  paragraphs: readonly string[];
  /** Things that each lead somewhere. */
  items?: readonly LetterLink[];
  /** The one thing to do, as a link. */
  link?: LetterLink;
  /** Smaller, at the end: why this came, and what if it was not expected. */
  closing: readonly (string | LetterLink)[];
}

/**
 * Returns the letter of these words. Whatever people typed in them stays words: it becomes neither markup nor a header.
 *
 * @example composeLetter({ subject: 'Hello', paragraphs: ['A & B'], closing: [] }).html // contains 'A &amp; B'
 */
export function composeLetter({ subject, paragraphs, items = [], link, closing }: LetterWords): Letter {
  const text = [
    ...paragraphs.map(oneLine),
    ...items.map(({ label, url }) => `${oneLine(label)}\n${url}`),
    ...(link ? [plainLink(link)] : []),
    ...(closing.length > 0 ? ['-- ', ...closing.map((each) => plainClosing(each))] : []),
  ].join('\n\n');
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"></head>',
    `<body style="${BODY}">`,
    ...paragraphs.map((each) => `<p>${escaped(oneLine(each))}</p>`),
    ...items.map(({ label, url }) => `<p>${anchor({ label, url })}</p>`),
    ...(link ? [htmlLink(link)] : []),
    ...closing.map((each) => `<p style="${SMALL}">${htmlClosing(each)}</p>`),
    '</body></html>',
  ].join('\n');
  return { subject: oneLine(subject), text: `${text}\n`, html };
}

const BODY = 'font: 15px/23px sans-serif; color: #1c2027; max-width: 34rem';
const SMALL = 'font-size: 13px; color: #5a6069';

const plainLink = ({ label, url }: LetterLink): string => `${oneLine(label)}:\n${url}`;
const plainClosing = (each: string | LetterLink): string =>
  typeof each === 'string' ? oneLine(each) : plainLink(each);
const htmlClosing = (each: string | LetterLink): string =>
  typeof each === 'string' ? escaped(oneLine(each)) : anchor(each);

const anchor = ({ label, url }: LetterLink): string =>
  `<a href="${escaped(url)}">${escaped(oneLine(label))}</a>`;

/** The address stands there to be read, too: who sees where a link leads need not trust its words. */
const htmlLink = (link: LetterLink): string =>
  `<p>${anchor(link)}<br><span style="${SMALL}">${escaped(link.url)}</span></p>`;

const MARKUP: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? sign);

/** What would begin a line begins none: neither a header in the subject nor a paragraph of somebody's own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
