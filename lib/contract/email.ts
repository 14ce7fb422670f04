/** What is an e-mail address, as people type it? */

import { z } from './zod';

/** Without blanks around it, in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Give an e-mail address, such as ada@example.org.'));
