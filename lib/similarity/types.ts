/** What does Muster say of how alike agents are? */

import type { TextRange } from '@/lib/text';

/** `same`: one file; `copy`: shared text; `role`: the same job in other words. From the strongest to the weakest. */
export const TIERS = ['same', 'copy', 'role'] as const;
export type Tier = (typeof TIERS)[number];

/** How often each stem occurs in one part of an agent; sorted by stem, so that equal texts have equal profiles. */
export type StemCounts = [stem: string, count: number][];

/**
 * What similarity needs of one text, computed once and stored: counts and hashes only, weighed at query time, so that
 * it does not matter in which order agents came. JSON-safe.
 */
export interface Profile {
  /** Of the recipe; a profile of another version is made anew. */
  version: number;
  /** Equal for texts that are the same but for line ends, outer blanks and the order of the front matter. */
  sameKey: string;
  /** The ISO 639-1 code of the language that it seems to be written in; null when there is too little to tell. */
  language: string | null;
  /** The effective name, and the stems of its words. */
  name: string | null;
  /** The distinct stems of all parts, ascending by code units, a blank between two. */
  stems: string;
  /** In which parts each of them is and how often, as base64 of the records of `encodeStems`. */
  counts: string;
  /** How the rarer stems of the short parts, and the body's frequent ones, are written, in their order, `|` between two. */
  words: string;
  /** The jobs of the catalogue that it speaks like, ascending, and how much of its matter is each one's. */
  topics: [topic: number, share: number][];
  /** Distinct 32-bit hashes of the body's word shingles, ascending, as base64 of little-endian unsigned integers. */
  shingles: string;
}

export const PROFILE_PARTS = ['name', 'description', 'opening', 'headings', 'body'] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

/** Stems by part: `name`, `description` (without its examples), `opening`, `headings`, `body` (code counts less). */
export type ProfileParts = Record<ProfilePart, StemCounts>;

/** How alike two agents are. All figures are between 0 and 1. */
export interface PairScore {
  tier: Tier;
  /** The figure of its tier: 1 for `same`, the larger of Jaccard and containment for `copy`, the role score for `role`. */
  score: number;
  /** Of the distinct word shingles of the bodies. */
  jaccard: number;
  /** Of the smaller body's shingles, how many the other has. */
  containment: number;
  /** The role score, whatever the tier. */
  role: number;
}

/** Two agents that reach a tier, `a` before `b`. */
export interface Pair extends Omit<PairScore, 'role'> {
  a: string;
  b: string;
}

/** Agents that are alike, each with most others (`CONFIG.linkage`). `tier` and `score` are those of the weakest link. */
export interface Cluster {
  members: string[];
  tier: Tier;
  score: number;
  /** In words, strongest first: what they share. */
  reasons: string[];
}

/** Why two agents are held to be alike, and what sets them apart. Ranges are offsets into the two files' texts. */
export interface PairEvidence extends PairScore {
  /** In words, strongest first. */
  reasons: string[];
  /** Rare words that both use, as the texts write them, rarest first; `weight` is their share of the score. */
  sharedTerms: { term: string; weight: number }[];
  /** Instructions that correspond, best first. `similarity` is a TF-IDF cosine. */
  matches: { a: EvidenceUnit; b: EvidenceUnit; similarity: number }[];
  /** Instructions without a counterpart in the other, in the order of the file. */
  onlyA: EvidenceUnit[];
  onlyB: EvidenceUnit[];
}

export interface EvidenceUnit {
  range: TextRange;
  text: string;
  headings: string[];
}
