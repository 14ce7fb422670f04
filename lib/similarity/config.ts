/** From where on are two agents alike? Every threshold of similarity, with the measurement that set it. */

/** Of the recipe by which profiles are made: a stored profile of another version is made anew. */
export const PROFILE_VERSION = 4;

/** Thresholds and weights; the figures are in docs/benchmarks.md and come from `npm run bench similarity-quality`. */
export const CONFIG = {
  /**
   * A copy shares half of all shingles, or the smaller body lies to four fifths in the other. Unrelated agents of the
   * corpus stay below .1; below these two, what is shared is a template's text.
   */
  copy: { jaccard: 0.5, containment: 0.8 },
  /**
   * The role score from which two agents are held for one job: where F1 is best of our own files and of real ones whose own
   * words were taken out of their jobs. Of agents that were kept apart until the end 95 of 100 pairs in one cluster are then
   * of one role; odds that are .3 more cost golden agents .03 of F1, and .5 less .03 of precision.
   */
  role: { threshold: 0.5 },
  /**
   * How much of the pairs between two groups must be alike for the groups to become one. With 1 (complete linkage) F1 was
   * .02 to .05 lower, with .6 to .8 the same within .01.
   */
  linkage: { share: 0.65 },
} as const;

/**
 * The role score: a logistic model over the features of `role.ts`, fitted on 560 agents of 262 roles: each role counts as
 * much as every other, and our own files together as much as the real ones. Those were compared with jobs that had none of
 * their own words, for the jobs were made of them; copies were left out. The bias puts the threshold at one half. Headings
 * count against: what two agents share of them beyond what their words say is a template.
 */
export const ROLE_MODEL = {
  name: 1.38,
  topics: 7.56,
  body: 7.19,
  headings: -5.26,
  focus: -0.68,
  discipline: -2.57,
  bias: -7.5,
} as const;

/** How much the words of each part (name, description, opening, headings, body) tell of why two agents are alike. */
export const ROLE_SHARES: readonly number[] = [0.2, 0.2, 0, 0, 0.6];
