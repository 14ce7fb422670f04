/** In which colour is somebody shown, everywhere and for good? Eight hues of Okabe and Ito, by the person's id. */

export interface Hue {
  hue: string;
  ink: string;
}

/** Each with the ink that can be read on it (at least 4.5 : 1). */
export const PERSON_HUES: readonly [Hue, ...Hue[]] = [
  { hue: '#0072b2', ink: '#fff' },
  { hue: '#e69f00', ink: '#000' },
  { hue: '#009e73', ink: '#000' },
  { hue: '#cc79a7', ink: '#000' },
  { hue: '#56b4e9', ink: '#000' },
  { hue: '#d55e00', ink: '#000' },
  { hue: '#f0e442', ink: '#000' },
  { hue: '#767676', ink: '#fff' },
];

/** Returns which of the eight hues a person has. */
export function hueOf(personId: string): Hue {
  let sum = 0;
  for (let at = 0; at < personId.length; at++) sum = (sum * 31 + personId.charCodeAt(at)) >>> 0;
  return PERSON_HUES[sum % PERSON_HUES.length] ?? PERSON_HUES[0];
}

/** Returns the hues of several who are to be told apart: whose own is taken has the next that is free, if any is. */
export function huesOf(personIds: Iterable<string>): Map<string, Hue> {
  const hues = new Map<string, Hue>();
  const taken = new Set<Hue>();
  for (const id of personIds) {
    if (hues.has(id)) continue;
    const own = hueOf(id);
    const from = PERSON_HUES.indexOf(own);
    const inTurn = [...PERSON_HUES.slice(from), ...PERSON_HUES.slice(0, from)];
    const hue = inTurn.find((each) => !taken.has(each)) ?? own;
    taken.add(hue);
    hues.set(id, hue);
  }
  return hues;
}
