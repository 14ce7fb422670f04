/** What is like this agent, and which agents of a workspace are alike, while files come, change and go? */

import { HEAVY, listHeavyStems } from './candidates';
import { type PlacedPair, strengthOf } from './clusters';
import {
  type CollectedProfile,
  collectProfile,
  countProfile,
  createCollection,
  lookUpProfile,
} from './collection';
import { createLiveLists, type LiveLists } from './live-lists';
import { DEFAULT_THRESHOLDS, type PairThresholds, scoreWeighed } from './pair-score';
import { pairCopies, pairRoles } from './pairs';
import { type Rarities, rateStems, rateUnknown } from './rarities';
import { describePair } from './reasons';
import { leastTopics, mayReachRole, reachRole } from './role';
import { clusterUnits, listAgentPairs, listUnits, type UnitPairs } from './same-files';
import type { Cluster, Pair, PairScore, Profile, Tier } from './types';
import { type WeighedProfile, weighProfile } from './weights';

export interface SearchOptions {
  /** From where on a pair counts; those that are left out are `DEFAULT_THRESHOLDS`. */
  thresholds?: Partial<PairThresholds>;
  /** The weakest tier that is looked for; `role` when left out. */
  tier?: Tier;
  /** Pairs with a lower score are left out, whatever their tier. */
  leastScore?: number;
}

export interface ClusterSearchOptions extends SearchOptions {
  /** Pairs that a person called no duplicates: they never share a cluster. */
  distinct?: Iterable<readonly [string, string]>;
}

export interface NeighbourOptions {
  /** Most neighbours that are returned; 10 when left out. */
  limit?: number;
  /** The agent that is being written, which is not its own duplicate. */
  except?: string | null;
  thresholds?: Partial<PairThresholds>;
}

/** An agent that is like the one asked about. */
export interface Neighbour extends PairScore {
  id: string;
  /** In words, strongest first; at most three. */
  reasons: string[];
}

/** How far a long computation is. Between two of these the caller may stop it, by asking no further. */
export interface Progress {
  /** Agents, each half done when its text is compared and whole when its role is. */
  done: number;
  total: number;
}

/** Progress, and once on the way what is known when all texts are compared. */
export interface ClusterStep extends Progress {
  /** Clusters of equal and of copied files: others may join them yet, and none of them is there twice. */
  copies?: Cluster[];
}

/**
 * The agents of one workspace. Only counts are kept, and weighed when something is asked: so it does not matter in which
 * order agents came. A generator yields how far it is, and is stopped by asking it no further; the index must not change
 * while one is under way.
 */
export interface SimilarityIndex {
  readonly size: number;
  has(id: string): boolean;
  /** Adds an agent, or replaces its profile. */
  add(id: string, profile: Profile): void;
  /** Says whether it was there. */
  remove(id: string): boolean;
  /**
   * How alike two agents of the index are; null when one is not in it. A pair that reaches no tier has the tier `role`
   * and a score below its threshold.
   */
  score(a: string, b: string): PairScore | null;
  /** The agents that reach a tier with this profile, best first, then by id. */
  neighbours(profile: Profile, options?: NeighbourOptions): Neighbour[];
  /** All pairs that reach a tier, to be taken one by one: of many equal files there are very many. */
  pairs(options?: SearchOptions): Generator<Progress, Iterable<Pair>>;
  /** The clusters, strongest first. Asked again without a change between, compares nothing anew. */
  clusters(options?: ClusterSearchOptions): Generator<ClusterStep, Cluster[]>;
}

interface Entry {
  id: string;
  profile: CollectedProfile;
  /** Weighed at which revision of the index. */
  weighed: WeighedProfile | null;
  revision: number;
}

/** An index without agents. */
export function createSimilarityIndex(): SimilarityIndex {
  const collection = createCollection();
  /** Made at the first question: whoever wants clusters alone needs none. */
  let lists: LiveLists | null = null;
  const slots = new Map<string, number>();
  const entries: (Entry | null)[] = [];
  const free: number[] = [];
  let revision = 0;
  let rarities: Rarities | null = null;
  /** At which revision. */
  let rated = -1;
  let found: { key: string; pairs: UnitPairs } | null = null;

  function rate(): Rarities {
    if (rarities === null || rated !== revision) rarities = rateStems(collection, rarities);
    rated = revision;
    return rarities;
  }

  function weigh(entry: Entry): WeighedProfile {
    if (entry.weighed === null || entry.revision !== revision) {
      entry.weighed = weighProfile(entry.profile, rate(), entry.weighed);
      entry.revision = revision;
    }
    return entry.weighed;
  }

  const entryOf = (id: string): Entry | null => entries[slots.get(id) ?? -1] ?? null;

  function remove(id: string): boolean {
    const slot = slots.get(id);
    const entry = slot === undefined ? null : entries[slot];
    if (slot === undefined || !entry) return false;
    lists?.remove(slot, entry.profile);
    countProfile(collection, entry.profile, -1);
    entries[slot] = null;
    slots.delete(id);
    free.push(slot);
    revision += 1;
    return true;
  }

  function add(id: string, profile: Profile): void {
    remove(id);
    const collected = collectProfile(collection, profile);
    const slot = free.pop() ?? entries.length;
    entries[slot] = { id, profile: collected, weighed: null, revision };
    slots.set(id, slot);
    lists?.add(slot, collected);
    countProfile(collection, collected, 1);
    revision += 1;
  }

  function score(a: string, b: string): PairScore | null {
    const [one, other] = [entryOf(a), entryOf(b)];
    return one && other && scoreWeighed(weigh(one), weigh(other), { ...DEFAULT_THRESHOLDS, role: 0 });
  }

  function liveLists(): LiveLists {
    if (lists) return lists;
    lists = createLiveLists(collection);
    for (const [slot, entry] of entries.entries()) if (entry) lists.add(slot, entry.profile);
    return lists;
  }

  function neighbours(
    profile: Profile,
    { limit = 10, except, thresholds }: NeighbourOptions = {},
  ): Neighbour[] {
    const { profile: collected, unknown } = lookUpProfile(collection, profile);
    rarities = rateUnknown(collection, rate(), unknown);
    const own = weighProfile(collected, rarities);
    const least = { ...DEFAULT_THRESHOLDS, ...thresholds };
    const live = liveLists();
    const scored: { entry: Entry; score: PairScore }[] = [];
    const compare = (slot: number, role?: number) => {
      const entry = entries[slot];
      const score = entry && scoreWeighed(own, weigh(entry), least, role);
      if (score) scored.push({ entry, score });
    };
    const seen = live.alikeInText(collected, least);
    for (const slot of seen) if (entries[slot]?.id !== except) compare(slot);
    const others = live.alikeInRole(collected, leastTopics(least.role), listHeavyStems(own, HEAVY));
    for (const [at, slot] of others.slots.entries()) {
      const topics = others.topics[at] as number;
      const entry = entries[slot];
      if (!entry || seen.has(slot) || entry.id === except) continue;
      if (!mayReachRole(collected, entry.profile, topics, least.role)) continue;
      seen.add(slot);
      // Comparing texts takes longest: only of those that may share some, or do the same job.
      const role = reachRole(own, weigh(entry), topics, least.role);
      if (role !== null) compare(slot, role);
    }
    return scored
      .sort((a, b) => strengthOf(b.score) - strengthOf(a.score) || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, limit)
      .map(({ entry, score }) => ({
        id: entry.id,
        ...score,
        reasons: describePair(own, weigh(entry), score, collection).slice(0, MOST_REASONS),
      }));
  }

  function* search({
    thresholds,
    tier = 'role',
    leastScore = 0,
  }: SearchOptions): Generator<Progress & { copies?: UnitPairs }, UnitPairs> {
    const least = { ...DEFAULT_THRESHOLDS, ...thresholds };
    const key = JSON.stringify([revision, tier, least.jaccard, least.containment, least.role, leastScore]);
    if (found?.key === key) return found.pairs;
    const total = slots.size;
    const weighed: [id: string, profile: WeighedProfile][] = [];
    for (const entry of entries) {
      if (!entry) continue;
      weighed.push([entry.id, weigh(entry)]);
      yield { done: 0, total };
    }
    const units = listUnits(weighed);
    const profiles = units.map(({ profile }) => profile);
    const steps = 2 * Math.max(1, units.length);
    const halves = (done: number) => ({ done: Math.floor((total * done) / steps), total });
    const counts = ({ score }: PlacedPair) => score >= leastScore;
    const all = tier === 'same' ? [] : yield* map(pairCopies(profiles, least), halves);
    const copies = { units, pairs: all.filter(counts) };
    let roles: PlacedPair[] = [];
    if (tier === 'role') {
      yield { ...halves(units.length), copies };
      const comparing = pairRoles(profiles, least.role, all);
      roles = (yield* map(comparing, (done) => halves(units.length + done))).filter(counts);
    }
    const pairs = roles.length === 0 ? copies : { units, pairs: copies.pairs.concat(roles) };
    found = { key, pairs };
    return pairs;
  }

  function* clusters({ distinct = [], ...options }: ClusterSearchOptions): Generator<ClusterStep, Cluster[]> {
    const apart = [...distinct];
    let progress: Progress = { done: 0, total: slots.size };
    const describe = (pairs: UnitPairs) => map(clusterUnits(pairs, apart, collection), () => progress);
    const steps = search(options);
    let early: { pairs: UnitPairs; clusters: Cluster[] } | null = null;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return early?.pairs === step.value ? early.clusters : yield* describe(step.value);
      const { copies, ...where } = step.value;
      progress = where;
      if (copies) {
        early = { pairs: copies, clusters: yield* describe(copies) };
        yield { ...where, copies: early.clusters };
      } else yield where;
    }
  }

  return {
    get size() {
      return slots.size;
    },
    has: (id) => slots.has(id),
    add,
    remove,
    score,
    neighbours,
    *pairs(options = {}) {
      return listAgentPairs(yield* search(options));
    },
    clusters: (options = {}) => clusters(options),
  };
}

/** What a generator yields, as `by` says it; what it returns stays. */
function* map<From, To, Result>(
  steps: Generator<From, Result>,
  by: (step: From) => To,
): Generator<To, Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield by(step.value);
  }
}

const MOST_REASONS = 3;
