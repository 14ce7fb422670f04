/** What does an HTML entity stand for? In the browser the browser knows, so the table of all 2,231 stays out of the page. */

const area = typeof document === 'undefined' ? null : document.createElement('textarea');

/** Decodes one entity, such as `&rarr;`; anything else stays as it is. */
export function decodeHTMLStrict(text: string): string {
  if (!area || !/^&[a-z][a-z0-9]{1,31};$/i.test(text)) return text;
  area.innerHTML = text;
  // `&notit;` is no entity, yet a browser reads the old `&not` at its beginning.
  return area.value.length > 1 && area.value.endsWith(';') ? text : area.value;
}
