/** Which document is a version to be made of? */

import { id } from './text';
import { z } from './zod';

export const liveSave = z.object({ generation: id });
