/** What does an e-mail say? The same words twice: as plain text, and as HTML that needs no picture and no style sheet. */

/** `text` and `html` say the same. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export interface LetterWords {
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do, as a link. */
  link?: { label: string; url: string };
  /** Smaller, at the end: why this came, and what if it was not expected. */
  closing: readonly string[];
}

/**
 * Returns the letter of these words. Whatever people typed in them stays words: it becomes neither markup nor a header.
 *
 * @example composeLetter({ subject: 'Hello', paragraphs: ['A & B'], closing: [] }).html // contains 'A &amp; B'
 */
export function composeLetter({ subject, paragraphs, link, closing }: LetterWords): Letter {
  const text = [
    ...paragraphs.map(oneLine),
    ...(link ? [`${oneLine(link.label)}:\n${link.url}`] : []),
    ...(closing.length > 0 ? ['-- ', ...closing.map(oneLine)] : []),
  ].join('\n\n');
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"></head>',
    `<body style="${BODY}">`,
    ...paragraphs.map((each) => `<p>${escaped(oneLine(each))}</p>`),
    ...(link ? [htmlLink(link)] : []),
    ...closing.map((each) => `<p style="${SMALL}">${escaped(oneLine(each))}</p>`),
    '</body></html>',
  ].join('\n');
  return { subject: oneLine(subject), text: `${text}\n`, html };
}

const BODY = 'font: 15px/23px sans-serif; color: #1c2027; max-width: 34rem';
const SMALL = 'font-size: 13px; color: #5a6069';

/** The address stands there to be read, too: who sees where a link leads need not trust its words. */
function htmlLink({ label, url }: { label: string; url: string }): string {
  const address = escaped(url);
  return `<p><a href="${address}">${escaped(oneLine(label))}</a><br><span style="${SMALL}">${address}</span></p>`;
}

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
