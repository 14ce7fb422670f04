/** Which units have the very same stems, when too many have any of them? */

import type { Bag } from './body-measure';

/** Units of equal stems, by the sources that they are of, in ascending order. */
type Crowd = Map<number, number[]>;

interface Place {
  source: number;
  /** Those that have the same figures besides, and all. */
  crowds: readonly Crowd[];
}

/** An index of units by all their stems together. */
export class AlikeUnits {
  private readonly crowds = new Map<string, Crowd>();
  private readonly places = new Map<number, Place>();

  /** A unit is told at most so many others. */
  constructor(private readonly most: number) {}

  /** Adds the unit at a place; places and sources ascend. */
  add(at: number, source: number, { numbers }: Bag, text: string) {
    const stems = [...numbers].sort((a, b) => a - b).join();
    const figures = (text.match(/\d+/g) ?? []).join();
    const crowds = [`${stems} ${figures}`, stems].map((key) => this.crowdOf(key));
    for (const crowd of crowds) {
      const list = crowd.get(source);
      if (list) list.push(at);
      else crowd.set(source, [at]);
    }
    this.places.set(at, { source, crowds });
  }

  private crowdOf(key: string): Crowd {
    const known = this.crowds.get(key);
    if (known) return known;
    const crowd: Crowd = new Map();
    this.crowds.set(key, crowd);
    return crowd;
  }

  /** Returns units of later sources with the stems of the one at a place: those of the same figures first. */
  after(at: number): ReadonlySet<number> {
    const found = new Set<number>();
    const { source: own, crowds } = this.places.get(at) ?? { source: 0, crowds: [] };
    for (const crowd of crowds) {
      for (const [source, places] of crowd) {
        if (source <= own) continue;
        for (const place of places) {
          if (found.size >= this.most) return found;
          found.add(place);
        }
      }
    }
    return found;
  }
}
