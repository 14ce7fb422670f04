/** Which zod do the schemas use? One that evaluates no code: our content policy forbids it, and would report each try. */

import { z } from 'zod';

z.config({ jitless: true });

export { z };
