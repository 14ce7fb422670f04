/** Which of the eight colours is meant by another? */

import { nearestWord } from './distance';

const COLORS = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'] as const;

type Color = (typeof COLORS)[number];

/** Names that people write for a colour that Claude Code has under another name. */
const ALIKE: Readonly<Record<string, Color>> = {
  violet: 'purple',
  indigo: 'purple',
  lavender: 'purple',
  magenta: 'pink',
  fuchsia: 'pink',
  rose: 'pink',
  teal: 'cyan',
  aqua: 'cyan',
  turquoise: 'cyan',
  sky: 'cyan',
  navy: 'blue',
  azure: 'blue',
  gold: 'yellow',
  amber: 'orange',
  lime: 'green',
  emerald: 'green',
  olive: 'green',
  crimson: 'red',
  maroon: 'red',
};

/** The last hue, in degrees, that each colour reaches on the wheel. */
const HUES: readonly (readonly [number, Color])[] = [
  [15, 'red'],
  [45, 'orange'],
  [70, 'yellow'],
  [165, 'green'],
  [200, 'cyan'],
  [255, 'blue'],
  [295, 'purple'],
  [345, 'pink'],
  [360, 'red'],
];

/**
 * Returns the colour that a word or a hexadecimal colour comes nearest to; null for greys and other words.
 *
 * @example nearestColor('#e63946') // 'red'
 */
export function nearestColor(written: string): Color | null {
  const word = written.trim().toLowerCase();
  if (Object.hasOwn(ALIKE, word)) return ALIKE[word] ?? null;
  const hue = hueOf(word);
  if (hue !== null) return HUES.find(([last]) => hue <= last)?.[1] ?? null;
  return nearestWord(word, COLORS) as Color | null;
}

function hueOf(word: string): number | null {
  const match = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(word);
  const digits = match?.[1];
  if (digits === undefined || (word[0] !== '#' && digits.length === 3)) return null;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => Number.parseInt(pair, 16));
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 24) return null;
  if (most === red) return (60 * ((green - blue) / range) + 360) % 360;
  if (most === green) return 60 * ((blue - red) / range) + 120;
  return 60 * ((red - green) / range) + 240;
}
