/** How do the colours of the terminal look here? Pure. */

/** The eight colours of the terminal, between its light and its dark theme. */
const SWATCHES: Record<string, string> = {
  red: 'oklch(0.62 0.2 25)',
  blue: 'oklch(0.6 0.16 255)',
  green: 'oklch(0.62 0.15 148)',
  yellow: 'oklch(0.78 0.15 92)',
  purple: 'oklch(0.58 0.18 300)',
  orange: 'oklch(0.7 0.16 55)',
  pink: 'oklch(0.7 0.16 350)',
  cyan: 'oklch(0.7 0.11 205)',
};

/** Returns how a colour of the terminal looks here; undefined of what is none: a file may say `constructor`. */
export function swatchOf(color: string | null): string | undefined {
  return color !== null && Object.hasOwn(SWATCHES, color) ? SWATCHES[color] : undefined;
}
