/** Which words of a name make of a job one of its parts? */

import { stemOf } from './terms';

/**
 * A backend architect is not a backend security coder, nor is who writes Python who makes it fast. Words of more
 * disciplines (review, design, data, operations) said of real and golden agents as often the same job as another one.
 */
const WORDS = ['security', 'performance', 'testing', 'documentation'];

const DISCIPLINES: ReadonlySet<string> = new Set(WORDS.map(stemOf));

/** Is a stem the one of a discipline that is a part of many jobs ("security", "testing")? */
export function isDiscipline(stem: string): boolean {
  return DISCIPLINES.has(stem);
}
