/** Which two versions are picked to be compared? */

/** Picks a version or lets go of it; of three the one that was picked first goes. */
export function togglePick(picks: readonly number[], number: number): number[] {
  if (picks.includes(number)) return picks.filter((each) => each !== number);
  return [...picks, number].slice(-2);
}
