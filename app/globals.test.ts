/** Can every text be read in both themes? Contrast computed from the tokens themselves. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Rgb = [number, number, number];
const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

/** The two sRGB-linear colours of each token: light, then dark. */
const tokens = new Map<string, [Rgb, Rgb]>();
const row = /--color-([a-z-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g;
for (const [, name = '', light = '', dark = ''] of css.matchAll(row)) {
  tokens.set(name, [toLinear(light), toLinear(dark)]);
}

function toLinear(oklch: string): Rgb {
  const [l = 0, c = 0, h = 0] = oklch.split(' ').map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as const;
  const rgb: Rgb = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
  return rgb.map((value) => Math.min(1, Math.max(0, value))) as Rgb;
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(text: string, ground: string, theme: 0 | 1): number {
  const [one, other] = [tokens.get(text), tokens.get(ground)];
  if (!one || !other) throw new Error(`No token ${one ? ground : text}`);
  const [low = 0, high = 0] = [luminance(one[theme]), luminance(other[theme])].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['surface', 'sunken', 'raised', 'hover', 'accent-soft'];
const wanted: [ratio: number, texts: string[], grounds: string[]][] = [
  [7, ['ink'], [...grounds, 'good-soft', 'attention-soft', 'bad-soft']],
  [4.5, ['soft', 'faint', 'accent', 'good', 'attention', 'bad'], grounds],
  [4.5, ['good'], ['good-soft']],
  [4.5, ['attention'], ['attention-soft']],
  [4.5, ['bad'], ['bad-soft']],
  [4.5, ['on-accent'], ['accent', 'accent-strong']],
  [3, ['control'], ['surface', 'sunken', 'raised']],
];

for (const [theme, name] of [
  [0, 'light'],
  [1, 'dark'],
] as const) {
  for (const [ratio, texts, on] of wanted) {
    for (const text of texts) {
      test(`${name}: ${text} reaches ${ratio}:1 on ${on.join(', ')}`, () => {
        for (const ground of on)
          expect.soft(contrast(text, ground, theme), ground).toBeGreaterThanOrEqual(ratio);
      });
    }
  }
}
