/** Which e-mail addresses did somebody type or paste? */

/**
 * Returns the addresses of a text, in lower case and each once: apart by commas, semicolons, blanks or lines, with names
 * around them or not. What is no address stays in, so that the server can say so.
 *
 * @example addressesIn('Ada <ada@example.org>, grace@example.org') // ['ada@example.org', 'grace@example.org']
 */
export function addressesIn(typed: string): string[] {
  const bracketed = typed.replace(/[^,;\n<>]*<([^<>\s]*)>/g, ' $1 ');
  const found = bracketed.split(/[\s,;]+/).filter(Boolean);
  return [...new Set(found.map((each) => each.toLowerCase()))];
}
