/** How well do clusters agree with labels, pair by pair? */

/** Of the pairs in one cluster the share that has one label, and of those with one label the share in one cluster. */
export interface Agreement {
  precision: number;
  recall: number;
  f1: number;
  /** How many pairs have one label. */
  pairs: number;
}

/** Compares clusters of ids with the label of each id; `counts` says which pairs are looked at, all if left out. */
export function rateClusters(
  labels: ReadonlyMap<string, string>,
  clusters: readonly (readonly string[])[],
  counts: (a: string, b: string) => boolean = () => true,
): Agreement {
  const clusterOf = new Map(
    clusters.flatMap((members, cluster) => members.map((id) => [id, cluster] as const)),
  );
  const ids = [...labels.keys()];
  let together = 0;
  let pairs = 0;
  let both = 0;
  for (const [at, a] of ids.entries()) {
    for (const b of ids.slice(at + 1)) {
      if (!counts(a, b)) continue;
      const clustered = clusterOf.has(a) && clusterOf.get(a) === clusterOf.get(b);
      const labelled = labels.get(a) === labels.get(b);
      together += clustered ? 1 : 0;
      pairs += labelled ? 1 : 0;
      both += clustered && labelled ? 1 : 0;
    }
  }
  const precision = together === 0 ? 1 : both / together;
  const recall = pairs === 0 ? 1 : both / pairs;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), pairs };
}
