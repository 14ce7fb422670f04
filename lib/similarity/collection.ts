/** Which stems do the agents of a collection use, and how many of them use each? Counts only: nothing is weighed yet. */

import { backgroundCount, backgroundIdf } from './background';
import { isDiscipline } from './disciplines';
import { isGeneric } from './generic-words';
import { type NumberPiece, numberStems } from './number-stems';
import { createSliceTable, type SliceTable } from './slice-table';
import type { Profile } from './types';

/** A profile with numbers for its stems, as a collection holds it. */
export interface CollectedProfile {
  sameKey: string;
  name: string | null;
  language: string | null;
  /** The stems of all parts, part behind part, ascending in each, and how often each occurs there. */
  stems: Uint32Array;
  counts: Float32Array;
  /** A bit for each stem of the name: names whose bits differ in all share no stem. */
  nameBits: number;
  /** Where a part begins, in the order of `PROFILE_PARTS`, and at last where the last one ends. */
  bounds: Uint32Array;
  /** How it writes its rarer stems: the stem and the number of the form, by turns. */
  words: Uint32Array;
  /** The jobs of the catalogue that it speaks like, ascending, and how much each. */
  topics: Profile['topics'];
  /** The distinct stems of all parts together, ascending. */
  distinct: Uint32Array;
  /** Distinct hashes of the body's word shingles, ascending. */
  shingles: Uint32Array;
}

/** Numbers for stems, and in how many of the profiles that are in it each stem occurs. */
export interface Collection {
  /** How many profiles are in it. */
  size: number;
  /** The stems, by their numbers. */
  stems: SliceTable;
  /** How profiles write their stems. */
  forms: SliceTable;
  /** By number of the stem: how many of the profiles have it. */
  documentCounts: number[];
  /** By number of the stem: what is known of it from agents in general. */
  background: StemBackground[];
}

export interface StemBackground {
  /** How many agents of the background have it. */
  count: number;
  /** How rare it is among them. */
  rarity: number;
  /** A word of titles in general. */
  generic: boolean;
  /** A discipline that is a part of many jobs. */
  discipline: boolean;
}

/** Returns what is known of a stem from agents in general. */
export function readBackground(stem: string): StemBackground {
  return {
    count: backgroundCount(stem),
    rarity: backgroundIdf(stem),
    generic: isGeneric(stem),
    discipline: isDiscipline(stem),
  };
}

/** A collection without profiles. */
export function createCollection(): Collection {
  return {
    size: 0,
    stems: createSliceTable(),
    forms: createSliceTable(),
    documentCounts: [],
    background: [],
  };
}

/** Gives a profile's stems their numbers; new stems get one. Does not count it as one of the collection. */
export function collectProfile(collection: Collection, profile: Profile): CollectedProfile {
  const { stems, forms } = collection;
  return numberStems(
    profile,
    (text, from, to) => {
      const known = stems.find(text, from, to);
      return known >= 0 ? known : addStem(collection, text.slice(from, to));
    },
    (text, from, to) => {
      const known = forms.find(text, from, to);
      return known >= 0 ? known : forms.add(text.slice(from, to));
    },
  );
}

/**
 * Gives a profile's stems the collection's numbers without changing it: stems that it does not know get the next ones,
 * and are returned in their order.
 */
export function lookUpProfile(
  { stems, forms }: Collection,
  profile: Profile,
): { profile: CollectedProfile; unknown: string[] } {
  const unknown: string[] = [];
  // A profile names each stem once.
  const numberOf: NumberPiece = (text, from, to) => {
    const known = stems.find(text, from, to);
    return known >= 0 ? known : stems.size + unknown.push(text.slice(from, to)) - 1;
  };
  const formOf: NumberPiece = (text, from, to) => {
    const known = forms.find(text, from, to);
    return known >= 0 ? known : NO_FORM;
  };
  return { profile: numberStems(profile, numberOf, formOf), unknown };
}

/** A form that no profile of the collection has: nothing that it shares with one is written so. */
const NO_FORM = 0xffffffff;

function addStem({ stems, documentCounts, background }: Collection, stem: string): number {
  documentCounts.push(0);
  background.push(readBackground(stem));
  return stems.add(stem);
}

/** How these profiles write their rarer stems, by number of the stem: the shortest form. */
export function listForms(
  profiles: readonly CollectedProfile[],
  { forms }: Collection,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { words } of profiles) {
    for (let at = 0; at < words.length; at += 2) {
      const form = forms.texts[words[at + 1] as number];
      const known = found.get(words[at] as number);
      if (form !== undefined && (known === undefined || isShorter(form, known)))
        found.set(words[at] as number, form);
    }
  }
  return found;
}

const isShorter = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a < b);

/** Counts a profile as one of the collection (`by` 1), or no longer (`by` −1). */
export function countProfile(collection: Collection, profile: CollectedProfile, by: 1 | -1): void {
  collection.size += by;
  for (const stem of profile.distinct) (collection.documentCounts[stem] as number) += by;
}
