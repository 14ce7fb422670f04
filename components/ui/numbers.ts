/** How is a number written? The same on the server and in every browser. Pure. */

/** With its thousands set apart: "1,200". */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** A number of things: "1 cluster", "1,200 clusters". */
export function formatMany(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
