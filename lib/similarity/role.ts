/** How likely do two agents do the same job, in whatever words? */

import { NO_TOPICS } from './candidates';
import type { CollectedProfile } from './collection';
import { ROLE_MODEL } from './config';
import { PROFILE_PARTS, type Profile } from './types';
import { comparePart, countOf, type WeighedProfile } from './weights';

type Topic = Profile['topics'][number];

const NAME = PROFILE_PARTS.indexOf('name');
const HEADINGS = PROFILE_PARTS.indexOf('headings');
const BODY = PROFILE_PARTS.indexOf('body');

/** That names share a word tells something; how many others they have tells next to nothing beyond it. */
const compareNames = (a: WeighedProfile, b: WeighedProfile): number =>
  Math.min(1, comparePart(a, b, NAME) / NAMED);

/** A cosine of names from which on they share a word; between .05 and .2 it made no difference. */
const NAMED = 0.1;

/** 1 where of two names that share a word one has a discipline that the other lacks; others may say it in other words. */
function differInDiscipline(a: WeighedProfile, b: WeighedProfile, name: number): number {
  const [one, other] = [a.disciplines, b.disciplines];
  if (name === 0) return 0;
  if (one.length !== other.length) return 1;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return 1;
  return 0;
}

/** The cosine of two lists of topics. Where an agent speaks like no known job, the bodies must tell. */
function compareTopics(one: WeighedProfile, two: WeighedProfile): number {
  const [a, b] = [one.profile.topics, two.profile.topics];
  if (a.length === 0 || b.length === 0) return comparePart(one, two, BODY);
  let cosine = 0;
  let at = 0;
  let other = 0;
  while (at < a.length && other < b.length) {
    const [left, leftShare] = a[at] as Topic;
    const [right, rightShare] = b[other] as Topic;
    if (left === right) cosine += leftShare * rightShare;
    if (left <= right) at += 1;
    if (left >= right) other += 1;
  }
  return Math.min(1, cosine);
}

/**
 * How much more of its words one agent gives to a word of its name than an agent does whose name lacks that word, as a
 * natural logarithm: "security" in the body of a backend security coder, beside a backend architect's.
 */
function missedFocus(a: WeighedProfile, b: WeighedProfile): number {
  let most = 0;
  for (let place = 0; place < a.focus.length; place++) {
    const stem = a.focus[place] as number;
    const share = a.focusShares[place] as number;
    if (share === 0 || countOf(b.profile, NAME, stem) > 0) continue;
    const other = (countOf(b.profile, BODY, stem) + ONE_WORD) / Math.max(1, b.bodyWords);
    most = Math.max(most, Math.log(share / other));
  }
  return most;
}

/** So that a word that one body does not have is not infinitely rarer there. */
const ONE_WORD = 1;

/**
 * The natural logarithm of the odds that two agents do the same job. `name`: 1 where the names share a word that tells,
 * less where it tells little. `topics`, `body`, `headings`: roots of cosines, for between .02 and .15 lies more than
 * between .3 and .43. `focus`: how far the matter of the names lies apart, a natural logarithm.
 */
function sumUp(
  name: number,
  topics: number,
  body: number,
  headings: number,
  focus: number,
  discipline: number,
): number {
  return (
    ROLE_MODEL.bias +
    ROLE_MODEL.name * name +
    ROLE_MODEL.topics * topics +
    ROLE_MODEL.body * body +
    ROLE_MODEL.headings * headings +
    ROLE_MODEL.focus * focus +
    ROLE_MODEL.discipline * discipline
  );
}

const likelihoodOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Returns how likely two agents do the same job: 0 to 1, symmetric. */
export function scoreRole(a: WeighedProfile, b: WeighedProfile): number {
  const name = compareNames(a, b);
  const topics = Math.sqrt(compareTopics(a, b));
  const body = Math.sqrt(comparePart(a, b, BODY));
  const headings = Math.sqrt(comparePart(a, b, HEADINGS));
  const focus = Math.max(missedFocus(a, b), missedFocus(b, a));
  return likelihoodOf(sumUp(name, topics, body, headings, focus, differInDiscipline(a, b, name)));
}

/** May two agents reach a role score, as far as the cosine of their topics and the bits of their names tell? */
export function mayReachRole(
  a: CollectedProfile,
  b: CollectedProfile,
  topics: number,
  threshold: number,
): boolean {
  if (topics === NO_TOPICS) return true;
  const name = (a.nameBits & b.nameBits) === 0 ? 0 : 1;
  return sumUp(name, Math.sqrt(topics), MOST_BODY, 0, 0, 0) >= oddsOf(threshold) - SLACK;
}

/**
 * The role score of two agents; null as soon as it is clear that it stays below `threshold`. `cosine` is that of their
 * topics, `NO_TOPICS` where one has none. Names are compared first, then what they name, then bodies, which takes longest,
 * then headings.
 */
export function reachRole(
  a: WeighedProfile,
  b: WeighedProfile,
  cosine: number,
  threshold: number,
): number | null {
  if (!mayReachRole(a.profile, b.profile, cosine, threshold)) return null;
  const least = oddsOf(threshold) - SLACK;
  const bare = cosine === NO_TOPICS;
  const topics = Math.sqrt(bare ? compareTopics(a, b) : Math.min(1, cosine));
  const name = compareNames(a, b);
  const discipline = differInDiscipline(a, b, name);
  if (!bare && sumUp(name, topics, MOST_BODY, 0, 0, discipline) < least) return null;
  const focus = Math.max(missedFocus(a, b), missedFocus(b, a));
  if (!bare && sumUp(name, topics, MOST_BODY, 0, focus, discipline) < least) return null;
  const body = Math.sqrt(comparePart(a, b, BODY));
  const bounded = bare ? body : Math.min(MOST_BODY, body);
  if (sumUp(name, topics, bounded, 0, focus, discipline) < least) return null;
  const headings = Math.sqrt(comparePart(a, b, HEADINGS));
  return likelihoodOf(sumUp(name, topics, body, headings, focus, discipline));
}

/** Of the odds, so that a score that is rounded up to its threshold is not lost. */
const SLACK = 1e-5;

const oddsOf = (score: number): number => Math.log(score / (1 - score));

/**
 * A root of a body cosine above this is a copy's, and copies are found by their shingles, or goes with topics that are alike
 * as well: of 1,300 pairs of labelled agents that reach the role threshold none is lost to it.
 */
const MOST_BODY = 0.6;

/**
 * Returns the cosine of topics that two agents must have to reach a role score, if their names are the same and their
 * bodies as alike as those of two texts can be that were not copied. Measured against the comparison of all with all: no
 * pair of 560 labelled agents below .1 reaches the role threshold.
 */
export function leastTopics(threshold: number): number {
  const { bias, name, body, topics } = ROLE_MODEL;
  return atLeast((oddsOf(threshold) - bias - name - body * MOST_BODY) / topics);
}

/** Returns the cosine of bodies that two agents must have of which one speaks like no known job. */
export function leastBody(threshold: number): number {
  const { bias, name, body, topics } = ROLE_MODEL;
  return atLeast((oddsOf(threshold) - bias - name) / (body + topics));
}

const atLeast = (root: number): number => Math.max(LEAST_COSINE, Math.sign(root) * root * root);

/** At a threshold near 0 every pair would be a candidate. */
const LEAST_COSINE = 0.02;
