import { expect, it } from 'vitest';

import { fieldRule } from '@/lib/agent-file';

import { swatchOf } from './swatches';

it('every colour of the terminal has a swatch, and nothing else has', () => {
  for (const color of fieldRule('color')?.values ?? []) expect(swatchOf(color)).toMatch(/^oklch\(/);
  for (const other of [null, '', 'magenta', 'constructor', '__proto__', 'toString'])
    expect(swatchOf(other)).toBeUndefined();
});
