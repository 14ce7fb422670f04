/** Which classes does an element carry? */

/** Joins the truthy class names with blanks. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
