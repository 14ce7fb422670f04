/** In which colour is somebody shown? Eight hues of Okabe and Ito, each with the ink that can be read on it. */

export interface Hue {
  hue: string;
  ink: string;
}

export const PEER_HUES: readonly [Hue, ...Hue[]] = [
  { hue: '#d55e00', ink: '#000' },
  { hue: '#0072b2', ink: '#fff' },
  { hue: '#009e73', ink: '#000' },
  { hue: '#cc79a7', ink: '#000' },
  { hue: '#e69f00', ink: '#000' },
  { hue: '#56b4e9', ink: '#000' },
  { hue: '#f0e442', ink: '#000' },
  { hue: '#767676', ink: '#fff' },
];

/** Returns the hue of a colour as the server counts them. */
export function hueOf(color: number): Hue {
  return PEER_HUES[color] ?? PEER_HUES[0];
}
