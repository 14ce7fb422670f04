/** Is there anything left in the rendered HTML that could do harm? The last word, whatever rendered it. */

import DOMPurify from 'dompurify';

const ALLOWED = {
  ALLOWED_TAGS: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'hr', 'br', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
    ...['strong', 'em', 's', 'a', 'span', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'title', 'target', 'rel', 'class', 'start', 'role', 'aria-label', 'aria-level'],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
  // What is no address: DOMPurify would hold these to the pattern above, and take them away.
  ADD_URI_SAFE_ATTR: ['target', 'rel', 'start', 'aria-label', 'aria-level'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const;

/** Makes one element of each piece of HTML, of allowed tags and attributes only. */
export function buildPieces(pieces: readonly string[]): Element[] {
  const html = pieces.map((piece) => `<div class="md-piece">${piece}</div>`).join('');
  const made = [...clean(html).children];
  if (made.length === pieces.length) return made;
  return pieces.map((piece) => {
    const element = document.createElement('div');
    element.className = 'md-piece';
    element.append(clean(piece));
    return element;
  });
}

function clean(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ...ALLOWED,
    ALLOWED_TAGS: [...ALLOWED.ALLOWED_TAGS],
    ALLOWED_ATTR: [...ALLOWED.ALLOWED_ATTR],
    ADD_URI_SAFE_ATTR: [...ALLOWED.ADD_URI_SAFE_ATTR],
  });
}
